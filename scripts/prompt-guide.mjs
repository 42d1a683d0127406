// What docs/PROMPT_EXAMPLES.md and its French twin say beside the examples themselves.

/**
 * @typedef {object} Guide
 * @property {string} title
 * @property {string} intro
 * @property {string} practice Sections before the examples.
 * @property {{ examples: string, settings: string, negative: string, needs: string, why: string }} words
 * @property {{ heading: string, intro: string, name: string, words: string, use: string }} presets
 * @property {string} after Sections behind the examples.
 * @property {Record<'text' | 'image' | 'frames' | 'references', string>} modes
 */

/** @type {Guide} */
const en = {
  title: 'Prompts: examples and good practice',
  intro: `All of these are in Zoetrope too: press **Examples** beside the prompt, search, choose with the arrow keys and press Enter. The prompt and its settings stand in the composer then, ready to be changed. Nothing is sent before you press Generate, and what stood there before comes back with Undo.`,
  practice: `## Good practice

**Write what a camera could see and a microphone could hear.** A model cannot film "a moving story about loss"; it can film a man who sets the table for two and puts one plate back.

A prompt that works usually has these parts, in about this order. None is a must:

| Part | Answers | Example |
| --- | --- | --- |
| Subject | Who or what, with two or three visible details | an elderly watchmaker with a loupe at her eye |
| Action | What happens, in order, with an end | lowers a gear into a watch; it begins to tick |
| Place | Where, and when in the day | a cluttered workshop at night |
| Style | How it is made | documentary, claymation, brush and ink |
| Camera | Shot size, angle and one movement | close-up, eye level, slow push in |
| Lens | How much is in view and in focus | 85mm, shallow depth of field |
| Light | Where it comes from and its colour | one warm desk lamp from the right |
| Ambience | What the place sounds like | rain on a skylight |
| Dialogue | Who says what, in quotes | She says quietly: "There you are." |
| Sound | Single sounds at single moments | a faint click, then ticking |

- **One clip, one event.** Eight seconds hold one action with a beginning and an end, or three short beats. More becomes a hurry.
- **One camera movement.** "Slow push in" is followed; "pan, then zoom, then orbit" is not. Say "static camera" where you want none.
- **Say the order.** First, then, finally. The model keeps to a sequence.
- **Put speech in quotes** and name the speaker by something visible just before. Eight seconds hold about twenty spoken words.
- **Describe the sound**, or the model invents it. "No music" is a description too.
- **Concrete beats beautiful.** "Cinematic, stunning, 8K" says nothing; "backlit by a low sun, dust in the air" does.
- **English is understood best.** Dialogue may be in the language that is to be spoken.

The **Builder** beside the prompt asks for these parts one by one and writes the prompt from them.`,
  words: {
    examples: 'Examples',
    settings: 'Settings',
    negative: 'Negative prompt',
    needs: 'Bring',
    why: 'Why it works',
  },
  presets: {
    heading: 'Negative prompts',
    intro: `A negative prompt lists what should not be there. Write nouns, without "no" and "don't": *text, watermark*, not *no text*. Keep it short and to what really happens; a long list takes strength from the prompt. Omni Flash takes none: there, say in the prompt what you want to see instead.

These are in Zoetrope under **Examples**, **Negative prompts**:`,
    name: 'Preset',
    words: 'Words',
    use: 'For',
  },
  after: `## Aspect ratio

| | 16:9 | 9:16 |
| --- | --- | --- |
| Good for | landscapes, rooms, two people, camera moves to the side | one person, tall things, phones |
| Movement | sideways, orbits, drone flights | up and down, towards the camera |
| Take care | with one small subject, the frame is empty | with two people, one of them is cut off |

Choose it first: a prompt is composed for a shape. A first frame should have the same shape as the clip, else the service crops it.

## Duration and resolution

| Seconds | Room for |
| --- | --- |
| 4 | one gesture, a loop, a test of a look |
| 6 | one action with a reaction |
| 8 | a small story in three beats, two lines of dialogue, a reveal |

- Veo makes 1080p, 4K, references and extensions in 8 seconds only. The form says so when you choose them.
- You pay for each second. Try an idea with 4 seconds at 720p on a fast model, then make the one that works long and large.
- More than 8 seconds: extend a clip, or go on from its last frame.

## Common mistakes

| What you see | Why | What helps |
| --- | --- | --- |
| Everything happens too fast | Too many actions for the time | Keep one action, or make three short clips |
| Letters and subtitles in the picture | Quotes look like text to show | Negative prompt *subtitles, captions, text*; write "says:" before the quote |
| The wrong person speaks | The speaker is not clear | Name something visible just before the quote: "The man in the flat cap says:" |
| The camera does nothing, or too much | No movement or several were named | Name exactly one, with its speed: "slow push in" |
| Hands and faces melt | Small in the picture, or moving fast | Come closer, slow down, use the preset "Faces and hands" |
| A person changes from clip to clip | Words describe many people | Use reference images, or the last frame of the clip before |
| The image changes at once | The prompt describes the image again | Describe only what moves; preset "True to the image" |
| A strange voice or music | Sound was left open | Describe the sound; "no music, no voices" |
| Video generation blocked | A filter minded a word, a face or the sound | Read the reason on the card, change that part. It is not charged |
| It looks like every other clip | Praise instead of things | Replace each adjective by a thing that one can see |

## Stills first

A still costs cents and takes seconds, a clip costs dollars and minutes. Find the picture in **Image** (Ctrl+1), then set it in motion:

1. **Write what is to be seen, not what happens**: subject, place, light, style. Motion and sound come later.
2. **Make four takes of a small one** (512 or 1K) and keep the best. The shape should be that of the clip: 16:9 or 9:16.
3. **Press “Change…” and say the one thing that is to be different**: "make it night", "move the boat to the left third", "remove the people". The rest stays, and every version is kept.
4. **Bring your own pictures** where something must look as it does: a product, a face that is yours, a room. Say in the prompt what comes from which: "the bottle of the first image on the table of the second".
5. **Press “Animate”** and write only what moves: the action, the camera, the sound. What is in the picture need not be said again.
6. **Two frames?** Change the first still into how it ends ("the same room, the window open, evening"), and use the second one as the last frame: "Use as…".

## Refining step by step

1. **Begin with one sentence**: who does what, where. 4 seconds, 720p, a fast model.
2. **Look at one thing at a time.** Is the action right? Then the camera. Then the light. Then the sound. Change one part per try, so that you know what did it.
3. **Keep what works word for word.** Arrow up in an empty prompt brings the last prompts back.
4. **Make two or three takes** of the same prompt before you change it: the variation between takes tells you what the prompt leaves open.
5. **Take the best frame.** Open the clip, stop at the picture you like, press "Use this frame": the next clip begins there, and the prompt can be short.
6. **Make it final**: 8 seconds, 1080p or 4K, the best model.
7. **Save it as a template** with what changes in braces: \`{city=Lisbon} at {time=dawn}\`. Zoetrope asks for the values when you use it.

### The same clip in four steps

> A fox in the snow.

> A red fox trots through fresh snow and stops to listen.

> A red fox trots through fresh snow at the edge of a birch wood, stops, tilts its head and dives nose first into a drift. Low tracking shot from the side, then static.

> A red fox trots through fresh snow at the edge of a birch wood, stops, tilts its head and dives nose first into a drift; only the tail shows, wagging. Low tracking shot from the side, static when it stops, 135mm lens. Low winter sun from behind, blue shadows, breath visible. Sound: soft steps in powder, silence, a muffled thump.`,
  modes: {
    text: 'from the prompt',
    image: 'from a first frame',
    frames: 'between two frames',
    references: 'with references',
  },
};

/** @type {Guide} */
const fr = {
  title: 'Prompts : exemples et bonnes pratiques',
  intro: `Tous ces exemples sont aussi dans Zoetrope : appuyez sur **Exemples** à côté du prompt, cherchez, choisissez avec les flèches et validez avec Entrée. Le prompt et ses réglages sont alors dans le formulaire, prêts à être modifiés. Rien n’est envoyé avant que vous ne lanciez la génération, et ce qui s’y trouvait revient avec « Annuler ».

Les prompts restent en anglais, que les modèles comprennent le mieux ; les explications sont en français.`,
  practice: `## Bonnes pratiques

**Écrivez ce qu’une caméra peut voir et ce qu’un micro peut entendre.** Un modèle ne filme pas « une histoire émouvante sur l’absence » ; il filme un homme qui met la table pour deux et remet une assiette dans le placard.

Un prompt qui marche a le plus souvent ces parties, à peu près dans cet ordre. Aucune n’est obligatoire :

| Partie | Répond à | Exemple |
| --- | --- | --- |
| Sujet (subject) | Qui ou quoi, avec deux ou trois détails visibles | an elderly watchmaker with a loupe at her eye |
| Action (action) | Ce qui se passe, dans l’ordre, avec une fin | lowers a gear into a watch; it begins to tick |
| Lieu (place) | Où, et à quelle heure | a cluttered workshop at night |
| Style (style) | Comment c’est fait | documentary, claymation, brush and ink |
| Caméra (camera) | Cadrage, angle et un mouvement | close-up, eye level, slow push in |
| Objectif (lens) | Ce qui est dans le champ et net | 85mm, shallow depth of field |
| Lumière (light) | D’où elle vient et sa couleur | one warm desk lamp from the right |
| Ambiance (ambience) | Le son du lieu | rain on a skylight |
| Dialogue (dialogue) | Qui dit quoi, entre guillemets | She says quietly: "There you are." |
| Son (sound) | Des bruits précis à des moments précis | a faint click, then ticking |

- **Un clip, un événement.** Huit secondes contiennent une action avec un début et une fin, ou trois temps courts. Au-delà, tout se précipite.
- **Un seul mouvement de caméra.** « Slow push in » est suivi ; « pan, then zoom, then orbit » ne l’est pas. Écrivez « static camera » si vous n’en voulez aucun.
- **Dites l’ordre.** First, then, finally : le modèle respecte une suite.
- **Mettez les paroles entre guillemets** et nommez qui parle par un détail visible, juste avant. Huit secondes contiennent une vingtaine de mots.
- **Décrivez le son**, sinon le modèle l’invente. « No music » est aussi une description.
- **Le concret vaut mieux que le beau.** « Cinematic, stunning, 8K » ne dit rien ; « backlit by a low sun, dust in the air » dit quelque chose.
- **L’anglais est le mieux compris.** Le dialogue peut être dans la langue à entendre, en français par exemple : *She says in French: "Te voilà enfin."*

L’**Assistant** à côté du prompt demande ces parties une à une et en écrit le prompt.`,
  words: {
    examples: 'Exemples',
    settings: 'Réglages',
    negative: 'Prompt négatif',
    needs: 'À fournir',
    why: 'Pourquoi cela marche',
  },
  presets: {
    heading: 'Prompts négatifs',
    intro: `Un prompt négatif énumère ce qui ne doit pas apparaître. Écrivez des noms, sans « no » ni « don’t » : *text, watermark*, et non *no text*. Restez bref, et tenez-vous à ce qui arrive vraiment : une longue liste affaiblit le prompt. Omni Flash n’en prend pas : dites plutôt dans le prompt ce que vous voulez voir.

Dans Zoetrope, ils sont sous **Exemples**, **Prompts négatifs** :`,
    name: 'Préréglage',
    words: 'Mots',
    use: 'Pour',
  },
  after: `## Format de l’image

| | 16:9 | 9:16 |
| --- | --- | --- |
| Convient à | paysages, pièces, deux personnes, mouvements latéraux | une personne, choses hautes, téléphones |
| Mouvement | de côté, orbites, vols de drone | de haut en bas, vers la caméra |
| Attention | avec un petit sujet, le cadre est vide | avec deux personnes, l’une est coupée |

Choisissez-le d’abord : un prompt est composé pour une forme. Une première image doit avoir la forme du clip, sinon le service la recadre.

## Durée et résolution

| Secondes | De la place pour |
| --- | --- |
| 4 | un geste, une boucle, l’essai d’une apparence |
| 6 | une action et sa réaction |
| 8 | une petite histoire en trois temps, deux répliques, une révélation |

- Veo fait le 1080p, la 4K, les références et les prolongements en 8 secondes seulement. Le formulaire le dit quand vous les choisissez.
- Chaque seconde se paie. Essayez une idée en 4 secondes et 720p avec un modèle rapide, puis faites la bonne en long et en grand.
- Plus de 8 secondes : prolongez un clip, ou repartez de sa dernière image.

## Erreurs courantes

| Ce que vous voyez | Pourquoi | Ce qui aide |
| --- | --- | --- |
| Tout va trop vite | Trop d’actions pour la durée | Une seule action, ou trois clips courts |
| Des lettres et des sous-titres à l’image | Les guillemets ressemblent à un texte à montrer | Prompt négatif *subtitles, captions, text* ; « says: » avant la réplique |
| La mauvaise personne parle | On ne sait pas qui parle | Un détail visible juste avant la réplique : « The man in the flat cap says: » |
| La caméra ne fait rien, ou trop | Aucun mouvement nommé, ou plusieurs | Un seul, avec sa vitesse : « slow push in » |
| Mains et visages fondent | Petits à l’image, ou trop rapides | Rapprochez-vous, ralentissez, préréglage « Visages et mains » |
| Une personne change d’un clip à l’autre | Des mots décrivent beaucoup de gens | Des images de référence, ou la dernière image du clip précédent |
| L’image de départ change aussitôt | Le prompt décrit l’image une seconde fois | Décrivez seulement ce qui bouge ; préréglage « Fidèle à l’image » |
| Une voix ou une musique étrange | Le son n’était pas décrit | Décrivez le son ; « no music, no voices » |
| « Video generation blocked » | Un filtre a réagi à un mot, un visage ou au son | Lisez la raison sur la carte, changez cette partie. Ce n’est pas facturé |
| Cela ressemble à tous les clips | Des louanges au lieu de choses | Remplacez chaque adjectif par une chose visible |

## D’abord une image

Une image coûte quelques centimes et quelques secondes, un clip des dollars et des minutes. Trouvez l’image dans **Image** (Ctrl+1), puis mettez-la en mouvement :

1. **Écrivez ce qu’on voit, pas ce qui se passe** : sujet, lieu, lumière, style. Le mouvement et le son viennent après.
2. **Faites quatre prises d’une petite** (512 ou 1K) et gardez la meilleure. Donnez-lui le format du clip : 16:9 ou 9:16.
3. **Cliquez sur « Modifier… » et dites la seule chose qui doit changer** : « make it night », « move the boat to the left third », « remove the people ». Le reste demeure, et chaque version est gardée.
4. **Apportez vos propres images** quand quelque chose doit rester tel quel : un produit, un visage qui est le vôtre, une pièce. Dites dans le prompt ce qui vient d’où : « the bottle of the first image on the table of the second ».
5. **Cliquez sur « Animer »** et n’écrivez que ce qui bouge : l’action, la caméra, le son. Ce qui est dans l’image n’a pas à être redit.
6. **Deux images ?** Changez la première en ce qu’elle devient (« the same room, the window open, evening ») et prenez la seconde comme dernière image : « Utiliser comme… ».

## Affiner pas à pas

1. **Commencez par une phrase** : qui fait quoi, où. 4 secondes, 720p, un modèle rapide.
2. **Regardez une chose à la fois.** L’action est-elle juste ? Puis la caméra. Puis la lumière. Puis le son. Changez une seule partie par essai, pour savoir ce qui a agi.
3. **Gardez mot pour mot ce qui marche.** La flèche vers le haut dans un prompt vide rappelle les derniers prompts.
4. **Faites deux ou trois prises** du même prompt avant de le changer : leurs différences montrent ce que le prompt laisse ouvert.
5. **Prenez la meilleure image.** Ouvrez le clip, arrêtez-vous sur l’image qui vous plaît, « Utiliser cette image » : le clip suivant commence là, et le prompt peut être court.
6. **Faites la version finale** : 8 secondes, 1080p ou 4K, le meilleur modèle.
7. **Enregistrez-la comme modèle de prompt**, ce qui change entre accolades : \`{city=Lisbon} at {time=dawn}\`. Zoetrope demande les valeurs quand vous l’utilisez.

### Le même clip en quatre étapes

> A fox in the snow.

> A red fox trots through fresh snow and stops to listen.

> A red fox trots through fresh snow at the edge of a birch wood, stops, tilts its head and dives nose first into a drift. Low tracking shot from the side, then static.

> A red fox trots through fresh snow at the edge of a birch wood, stops, tilts its head and dives nose first into a drift; only the tail shows, wagging. Low tracking shot from the side, static when it stops, 135mm lens. Low winter sun from behind, blue shadows, breath visible. Sound: soft steps in powder, silence, a muffled thump.`,
  modes: {
    text: 'à partir du prompt',
    image: 'à partir d’une première image',
    frames: 'entre deux images',
    references: 'avec des références',
  },
};

export const guides = { en, fr };
