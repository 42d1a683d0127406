/**
 * English sentences of errors and their French; `{0}` is a value. `every-sentence.test.ts` finds those that are missing.
 */
export const frenchSentences: readonly (readonly [string, string])[] = [
  // what recurs
  ['Nothing was sent.', 'Rien n’a été envoyé.'],
  ['Nothing was changed.', 'Rien n’a changé.'],
  ['Choose another one.', 'Choisissez-en un autre.'],
  ['Choose another model.', 'Choisissez un autre modèle.'],
  ['Choose another clip.', 'Choisissez un autre clip.'],
  ['Choose a shorter one.', 'Choisissez-en un plus court.'],
  [
    'Choose another location, for example us-central1.',
    'Choisissez une autre région, par exemple us-central1.',
  ],
  ['Change it and try again.', 'Changez-le et réessayez.'],
  ['Try again in {0} seconds.', 'Réessayez dans {0} secondes.'],
  ['It is not charged.', 'Ce n’est pas facturé.'],
  ['It is tried again by itself.', 'Un nouvel essai se fait tout seul.'],
  ['It was charged.', 'Il a été facturé.'],
  ['Generate it again if you still want it.', 'Générez-le de nouveau si vous le voulez encore.'],
  [
    'Look at your usage at Google before you try again.',
    'Regardez votre consommation chez Google avant de réessayer.',
  ],
  ['Add it again.', 'Ajoutez-la de nouveau.'],
  ['Check the address and try again.', 'Vérifiez l’adresse et réessayez.'],
  ['Operation not found.', 'Opération introuvable.'],
  [
    'It may have been deleted; look for it in the gallery.',
    'Le clip a peut-être été supprimé ; cherchez-le dans la galerie.',
  ],
  ['Gemini client not initialized.', 'Le client Gemini n’est pas initialisé.'],
  ['This model is not known.', 'Ce modèle n’est pas connu.'],
  ['Choose one of the list.', 'Choisissez-en un dans la liste.'],
  ['Choose one of the gallery.', 'Choisissez-en un dans la galerie.'],
  ['Shorten it.', 'Raccourcissez-le.'],
  ['Choose {0}.', 'Choisissez {0}.'],
  ['Set the duration to {0}.', 'Réglez la durée sur {0} s.'],
  ['Video generation blocked: {0}.', 'Génération vidéo bloquée : {0}.'],
  ['Video generation blocked.', 'Génération vidéo bloquée.'],
  ['The service refused the request: {0}', 'Le service a refusé la demande : {0}'],
  ['The service could not make this clip: {0}', 'Le service n’a pas pu créer ce clip : {0}'],
  ['The last frame: {0}', 'La dernière image : {0}'],
  ['Reference image {0}: {1}', 'Image de référence {0} : {1}'],

  // rules (the twins of rule-words.ts, for errors that main has written)
  ['{0} cannot make clips of a prompt alone.', '{0} ne sait pas créer un clip à partir d’un prompt seul.'],
  ['{0} cannot start from an image.', '{0} ne sait pas partir d’une image.'],
  [
    '{0} cannot lead from a first to a last frame.',
    '{0} ne sait pas mener d’une première à une dernière image.',
  ],
  ['{0} cannot use reference images.', '{0} ne sait pas utiliser des images de référence.'],
  ['{0} cannot extend clips.', '{0} ne sait pas prolonger des clips.'],
  ['{0} cannot change clips.', '{0} ne sait pas modifier des clips.'],
  ['{0} makes {1} only.', '{0} ne fait que du {1}.'],
  ['{0} does not make {1}; it makes {2}.', '{0} ne fait pas de {1} ; il fait {2}.'],
  ['{0} makes clips of {1}.', '{0} fait des clips de {1}.'],
  ['A prompt alone needs {0}.', 'Un prompt seul demande {0}.'],
  ['A first frame needs {0}.', 'Une première image demande {0}.'],
  ['A first and a last frame need {0}.', 'Une première et une dernière image demandent {0}.'],
  ['Reference images need {0}.', 'Les images de référence demandent {0}.'],
  ['Extending a clip needs {0}.', 'Prolonger un clip demande {0}.'],
  ['Changing a clip needs {0}.', 'Modifier un clip demande {0}.'],
  ['{0} needs {1} seconds.', 'La {0} demande {1} secondes.'],
  ['{0} takes no reference images.', '{0} ne prend pas d’images de référence.'],
  ['{0} takes at most {1} reference images.', '{0} prend au plus {1} images de référence.'],
  ['{0} takes no negative prompt.', '{0} ne prend pas de prompt négatif.'],
  ['Say in the prompt what you want instead.', 'Dites plutôt dans le prompt ce que vous voulez.'],
  ['{0} has no setting for people.', '{0} n’a pas de réglage pour les personnes.'],
  ['{0} takes for people here: {1}.', '{0} accepte ici, pour les personnes : {1}.'],
  ['{0} takes no seed.', '{0} ne prend pas de graine.'],
  ['{0} always makes sound.', '{0} fait toujours du son.'],

  // the clip that is extended or changed
  [
    'This request ended without a clip, so there is nothing to be {0}.',
    'Cette demande a pris fin sans clip : il n’y a rien qui puisse être {0}.',
  ],
  [
    'This clip is not finished yet and cannot be {0}. Wait until it is in the gallery.',
    'Ce clip n’est pas encore terminé et ne peut pas être {0}. Attendez qu’il soit dans la galerie.',
  ],
  [
    'A demo clip cannot be {0} by Google. Choose a clip that was made with a key.',
    'Un clip de démo ne peut pas être {0} par Google. Choisissez un clip fait avec une clé.',
  ],
  [
    'This clip was made with a key and cannot be {0} by the demo. Add a key in Settings.',
    'Ce clip a été fait avec une clé et ne peut pas être {0} par la démo. Ajoutez une clé dans les réglages.',
  ],
  [
    '{0} takes clips of its own kind only, and this one is of {1}.',
    '{0} ne prend que des clips de sa famille, et celui-ci est de {1}.',
  ],
  ['{0} takes clips of its own kind only.', '{0} ne prend que des clips de sa famille.'],
  ['{0} takes clips of its own kind only{1}.', '{0} ne prend que des clips de sa famille{1}.'],
  ['Choose the model that made it, or another clip.', 'Choisissez le modèle qui l’a fait, ou un autre clip.'],
  [
    'A clip can be extended {0} times, and this one has been.',
    'Un clip peut être prolongé {0} fois, et celui-ci l’a été.',
  ],
  [
    'A clip of more than {0} seconds cannot be extended.',
    'Un clip de plus de {0} secondes ne peut pas être prolongé.',
  ],
  [
    'A clip of more than {0} MB does not fit into a request to this service. Choose a shorter one, or give a bucket in Settings for those that are still to be made.',
    'Un clip de plus de {0} Mo ne tient pas dans une demande à ce service. Choisissez-en un plus court, ou donnez dans les réglages un dossier Cloud Storage pour les prochains.',
  ],
  [
    'Only clips of {0} can be extended, and this one is of {1}.',
    'Seuls des clips de {0} peuvent être prolongés, et celui-ci est de {1}.',
  ],
  ['An extension has the aspect ratio of its clip.', 'Une prolongation a le format de son clip.'],
  [
    'The service does not have this clip any more: it can be {0} for {1} days. Choose a newer clip.',
    'Le service n’a plus ce clip : il peut être {0} pendant {1} jours. Choisissez un clip plus récent.',
  ],
  [
    'This clip belongs to another key or project, and the service does not take it with this one. Put that one back in Settings, or choose another clip.',
    'Ce clip appartient à une autre clé ou à un autre projet, et le service ne le prend pas avec celui-ci. Remettez l’autre dans les réglages, ou choisissez un autre clip.',
  ],
  [
    'Operation not found: the clip to {0} is not in the library any more.',
    'Opération introuvable : le clip à {0} n’est plus dans la bibliothèque.',
  ],
  [
    'Operation not found: there is no such clip to {0}.',
    'Opération introuvable : il n’y a pas de tel clip à {0}.',
  ],

  // the request
  ['The prompt has {0} characters; the limit is {1}.', 'Le prompt a {0} caractères ; la limite est de {1}.'],
  [
    'The prompt is empty. Write what the clip should show.',
    'Le prompt est vide. Écrivez ce que le clip doit montrer.',
  ],
  ['This {0} is empty.', 'Fichier vide ({0}).'],
  ['This image is empty.', 'Cette image est vide.'],
  ['This file is empty.', 'Ce fichier est vide.'],
  ['Choose a PNG, JPEG or WebP image.', 'Choisissez une image PNG, JPEG ou WebP.'],
  ['Choose a PNG, JPEG or WebP file.', 'Choisissez un fichier PNG, JPEG ou WebP.'],
  ['This {0} is over 20 MB.', 'Fichier de plus de 20 Mo ({0}).'],
  ['This image has more than 100 megapixels.', 'Cette image fait plus de 100 mégapixels.'],
  [
    'Choose a smaller one, or make it smaller in an image editor.',
    'Choisissez-en une plus petite ou réduisez-la dans un éditeur d’images.',
  ],
  ['This image is over 20 MB.', 'Cette image fait plus de 20 Mo.'],
  [
    'Choose a smaller one, or save it with more compression.',
    'Choisissez-en une plus petite, ou enregistrez-la plus compressée.',
  ],
  [
    'This {0} is not a PNG, JPEG or WebP image. Choose another one.',
    'Ce n’est pas une image PNG, JPEG ou WebP ({0}). Choisissez-en une autre.',
  ],
  [
    'This file is not a PNG, JPEG or WebP image, whatever its name says. Choose another one.',
    'Ce fichier n’est pas une image PNG, JPEG ou WebP, quoi que dise son nom. Choisissez-en une autre.',
  ],
  ['This {0} cannot be used.', 'Impossible d’utiliser ceci ({0}).'],
  [
    'This image is damaged or only partly there. Open it in an image editor and save it again.',
    'Cette image est abîmée ou incomplète. Ouvrez-la dans un éditeur d’images et enregistrez-la de nouveau.',
  ],
  [
    'Give 1 to {0} reference images, as the model has it.',
    'Donnez 1 à {0} images de référence, selon le modèle.',
  ],
  [
    'A last frame needs a first frame. Add one, or take the last frame out.',
    'Une dernière image demande une première image. Ajoutez-en une, ou retirez la dernière.',
  ],
  [
    'Reference images do not go with a first frame.',
    'Les images de référence ne vont pas avec une première image.',
  ],
  ['A clip is extended without images.', 'Un clip se prolonge sans images.'],
  [
    'A clip is changed by the prompt alone, and not extended at the same time.',
    'Un clip se modifie par le prompt seul, sans être prolongé en même temps.',
  ],
  ['Take one of the two out.', 'Retirez l’un des deux.'],
  [
    'The negative prompt must be text of at most {0} characters.',
    'Le prompt négatif doit être un texte d’au plus {0} caractères.',
  ],
  ['Invalid aspect_ratio. Use {0}.', 'aspect_ratio non valable. Utilisez {0}.'],
  [
    'Invalid resolution. Use {0}, as the model has it.',
    'resolution non valable. Utilisez {0}, selon le modèle.',
  ],
  [
    'Invalid duration. Use whole seconds from "3" to "15", as the model has it.',
    'duration non valable. Utilisez des secondes entières de "3" à "15", selon le modèle.',
  ],
  [
    'Invalid person_generation. Use {0}, as the model has it.',
    'person_generation non valable. Utilisez {0}, selon le modèle.',
  ],
  [
    'Invalid seed. Use a whole number from 0 to {0}.',
    'seed non valable. Utilisez un nombre entier de 0 à {0}.',
  ],
  [
    'Invalid generate_audio. Use true, or false for a silent clip.',
    'generate_audio non valable. Utilisez true, ou false pour un clip muet.',
  ],
  [
    'Invalid takes. Use a whole number from 1 to {0}.',
    'takes non valable. Utilisez un nombre entier de 1 à {0}.',
  ],
  [
    'Nothing was sent: these fields are not understood: {0}.',
    'Rien n’a été envoyé : ces champs ne sont pas compris : {0}.',
  ],
  [
    'Nothing was sent: the request is not understood.',
    'Rien n’a été envoyé : la demande n’est pas comprise.',
  ],
  [
    'This model takes no request with {0}, so nothing was sent. Change it and try again, or choose another model.',
    'Ce modèle ne prend pas de demande avec {0} : rien n’a été envoyé. Changez-la et réessayez, ou choisissez un autre modèle.',
  ],
  [
    'Zoetrope could not put this request together, so nothing was sent. Try again, or restart the app.',
    'Zoetrope n’a pas pu composer cette demande : rien n’a été envoyé. Réessayez, ou redémarrez l’application.',
  ],
  [
    'Your key does not have {0}. Nothing was sent. Choose another model, or use another key.',
    'Votre clé n’a pas {0}. Rien n’a été envoyé. Choisissez un autre modèle, ou utilisez une autre clé.',
  ],
  [
    'The service said that {0} is gone. Nothing was sent. Choose another model, or refresh the list of models.',
    'Le service a dit que {0} n’existe plus. Rien n’a été envoyé. Choisissez un autre modèle, ou actualisez la liste des modèles.',
  ],
  [
    '{0} is made by {1}. Nothing was sent. Add one in Settings, or choose another model.',
    '{0} demande {1}. Rien n’a été envoyé. Ajoutez-en dans les réglages, ou choisissez un autre modèle.',
  ],
  [
    'The image of this request is gone from the disk, so nothing was sent.',
    'L’image de cette demande a disparu du disque : rien n’a été envoyé.',
  ],
  [
    'The last frame of this request is gone from the disk, so nothing was sent.',
    'La dernière image de cette demande a disparu du disque : rien n’a été envoyé.',
  ],
  [
    'A reference image of this request is gone from the disk, so nothing was sent.',
    'Une image de référence de cette demande a disparu du disque : rien n’a été envoyé.',
  ],
  [
    'The file of the clip to extend is gone from the disk, so nothing was sent. Put it back, or choose another clip.',
    'Le fichier du clip à prolonger a disparu du disque : rien n’a été envoyé. Remettez-le, ou choisissez un autre clip.',
  ],
  ['The image of this request is gone from the disk.', 'L’image de cette demande a disparu du disque.'],
  [
    'An image of this request is not on this computer any more, so nothing was sent. Make a new request with the image.',
    'Une image de cette demande n’est plus sur cet ordinateur : rien n’a été envoyé. Faites une nouvelle demande avec l’image.',
  ],

  // keys and services
  [
    'What answers at this address is not the Agent Platform.',
    'Ce qui répond à cette adresse n’est pas Agent Platform.',
  ],
  [
    'What answers at this address is not the Gemini API.',
    'Ce qui répond à cette adresse n’est pas l’API Gemini.',
  ],
  ['Add a key in Settings, then try again.', 'Ajoutez une clé dans les réglages, puis réessayez.'],
  [
    'Add the key in Settings; the clip is then fetched by itself.',
    'Ajoutez la clé dans les réglages ; le clip est alors récupéré tout seul.',
  ],
  [
    'Gemini client not initialized: GOOGLE_CLOUD_PROJECT, GOOGLE_CLOUD_LOCATION, GOOGLE_VERTEX_BASE_URL or STORAGE_EMULATOR_HOST cannot be used. An address must begin with https://, or with http:// on this computer only. Correct them and start again.',
    'Le client Gemini n’est pas initialisé : GOOGLE_CLOUD_PROJECT, GOOGLE_CLOUD_LOCATION, GOOGLE_VERTEX_BASE_URL ou STORAGE_EMULATOR_HOST ne peut pas être utilisé. Une adresse doit commencer par https://, ou par http:// sur cet ordinateur seulement. Corrigez-les et redémarrez.',
  ],
  [
    'Gemini client not initialized: GOOGLE_GEMINI_BASE_URL must begin with https://, or with http:// on this computer only. Correct it and start again.',
    'Le client Gemini n’est pas initialisé : GOOGLE_GEMINI_BASE_URL doit commencer par https://, ou par http:// sur cet ordinateur seulement. Corrigez-le et redémarrez.',
  ],
  [
    'This address cannot be used, so nothing was sent. It must begin with https://, or with http:// on this computer only, and hold no password and no “?”.',
    'Cette adresse ne peut pas être utilisée : rien n’a été envoyé. Elle doit commencer par https://, ou par http:// sur cet ordinateur seulement, sans mot de passe ni « ? ».',
  ],
  [
    'There is no key to check. Nothing was sent. Add one first.',
    'Il n’y a pas de clé à vérifier. Rien n’a été envoyé. Ajoutez-en d’abord une.',
  ],
  [
    'This is not a key: it has spaces or letters that no key has. Copy it again from where it was made.',
    'Ce n’est pas une clé : il y a des espaces ou des lettres qu’aucune clé n’a. Copiez-la de nouveau là où elle a été créée.',
  ],

  // what became of a clip
  [
    'Zoetrope ended while this request was being sent. It may have reached the service and may be charged.',
    'Zoetrope s’est arrêté pendant l’envoi de cette demande. Elle a pu atteindre le service et peut être facturée.',
  ],
  [
    'The connection broke before the service confirmed this request. It may have been sent and may be charged.',
    'La connexion s’est coupée avant que le service confirme cette demande. Elle a pu être envoyée et peut être facturée.',
  ],
  [
    'You cancelled this clip after it was sent. The service may still finish and charge it. Follow it again to get the clip at no further cost.',
    'Vous avez annulé ce clip après son envoi. Le service peut encore le terminer et le facturer. Suivez-le de nouveau pour obtenir le clip sans coût de plus.',
  ],
  [
    'You cancelled this clip while it was being sent, and the service had not taken it.',
    'Vous avez annulé ce clip pendant son envoi, et le service ne l’avait pas accepté.',
  ],
  [
    'The service has deleted this clip; it keeps them for two days.',
    'Le service a supprimé ce clip ; il les garde deux jours.',
  ],
  [
    'The service no longer knows this clip; it keeps them for two days. It may have been charged.',
    'Le service ne connaît plus ce clip ; il les garde deux jours. Il a pu être facturé.',
  ],
  [
    'The service does not hand out the finished clip with this key ({0}). Check the key in Settings; it is tried again by itself.',
    'Le service ne donne pas le clip terminé avec cette clé ({0}). Vérifiez la clé dans les réglages ; un nouvel essai se fait tout seul.',
  ],
  [
    'The service did not hand out the finished clip ({0}).',
    'Le service n’a pas donné le clip terminé ({0}).',
  ],
  [
    'The disk is full. Free some space; the download goes on by itself.',
    'Le disque est plein. Libérez de la place ; le téléchargement reprend tout seul.',
  ],
  [
    'The library folder cannot be written. Check the folder in Settings; the download goes on by itself.',
    'Impossible d’écrire dans le dossier de bibliothèque. Vérifiez-le dans les réglages ; le téléchargement reprend tout seul.',
  ],
  [
    'The clip is finished, and the service cannot be reached. It is fetched by itself.',
    'Le clip est terminé, et le service est injoignable. Il sera récupéré tout seul.',
  ],
  ['The download of the finished clip broke off.', 'Le téléchargement du clip terminé s’est interrompu.'],
  [
    'What arrived is not a whole MP4 file. It is downloaded again by itself.',
    'Ce qui est arrivé n’est pas un fichier MP4 entier. Il est téléchargé de nouveau tout seul.',
  ],
  [
    'The finished clip arrived incomplete. The rest is fetched by itself.',
    'Le clip terminé est arrivé incomplet. Le reste est récupéré tout seul.',
  ],
  ['The finished clip could not be saved.', 'Le clip terminé n’a pas pu être enregistré.'],
  [
    'The service does not find this clip at the moment. It is asked again by itself.',
    'Le service ne trouve pas ce clip pour l’instant. La question est reposée toute seule.',
  ],
  [
    'This clip belongs to another key or project, and the service does not give it out with this one. Put that one back in Settings to fetch it.',
    'Ce clip appartient à une autre clé ou à un autre projet, et le service ne le donne pas avec celui-ci. Remettez l’autre dans les réglages pour le récupérer.',
  ],
  [
    'The service does not find the operation at the moment.',
    'Le service ne trouve pas l’opération pour l’instant.',
  ],
  ['{0} does not make this clip as it was asked for.', '{0} ne fait pas ce clip comme il a été demandé.'],
  ['The operation has no clip any more ({0}).', 'L’opération n’a plus de clip ({0}).'],
  ['The interaction has no clip any more ({0}).', 'L’interaction n’a plus de clip ({0}).'],
  ['It stopped before the clip was done.', 'Arrêt avant la fin du clip.'],
  ['It was cancelled.', 'Annulé.'],
  [
    'It asks for something that Zoetrope cannot answer.',
    'Le service demande quelque chose à quoi Zoetrope ne peut pas répondre.',
  ],
  [
    'This clip is not held any more, so nothing was allowed.',
    'Ce clip n’est plus retenu : rien n’a été autorisé.',
  ],
  [
    'This clip is being made and may be charged already. Delete it when it is finished.',
    'Ce clip est en cours et peut-être déjà facturé. Supprimez-le quand il sera terminé.',
  ],
  [
    'This clip is still being made, so nothing more was sent. Wait until it has ended.',
    'Ce clip est encore en cours : rien de plus n’a été envoyé. Attendez qu’il prenne fin.',
  ],
  [
    'This clip was not cancelled at the service, so there is nothing to follow.',
    'Ce clip n’a pas été annulé chez le service : il n’y a rien à suivre.',
  ],
  [
    'This clip was not sent yet. Delete it instead, which is free.',
    'Ce clip n’a pas encore été envoyé. Supprimez-le plutôt, c’est gratuit.',
  ],
  [
    'The clip is finished and is being saved, so it was not cancelled. Delete it when it is there.',
    'Le clip est terminé et s’enregistre : il n’a pas été annulé. Supprimez-le quand il sera là.',
  ],
  [
    'This clip has ended already, so nothing was cancelled.',
    'Ce clip a déjà pris fin : rien n’a été annulé.',
  ],
  [
    'This clip does not wait any more, so its place was not changed. Nothing else was done to it.',
    'Ce clip n’attend plus : sa place n’a pas changé. Rien d’autre ne lui a été fait.',
  ],

  [
    'Your budget for this {0} leaves no room for it. Nothing was sent. Change the budget in Spend.',
    'Votre budget de ce {0} n’y suffit plus. Rien n’a été envoyé. Changez le budget dans les dépenses.',
  ],

  // files and the library
  [
    'This clip is no longer where Zoetrope saved it. Look for it in the trash or where you moved it to.',
    'Ce clip n’est plus là où Zoetrope l’a enregistré. Cherchez-le dans la corbeille ou là où vous l’avez déplacé.',
  ],
  [
    'This system does not take files on its clipboard. Show the clip in its folder and copy it there.',
    'Ce système n’accepte pas de fichiers dans son presse-papiers. Affichez le clip dans son dossier et copiez-le là.',
  ],
  [
    'That disk is full. Free some space, then save again.',
    'Ce disque est plein. Libérez de la place, puis enregistrez de nouveau.',
  ],
  [
    'That disk is full. Free some space, then export again.',
    'Ce disque est plein. Libérez de la place, puis exportez de nouveau.',
  ],
  ['The folder that you chose is not there any more.', 'Le dossier que vous avez choisi n’est plus là.'],
  [
    'The clip could not be saved there. Choose a folder that you may write to.',
    'Le clip n’a pas pu être enregistré là. Choisissez un dossier où vous avez le droit d’écrire.',
  ],
  [
    'The table could not be saved there. Choose a folder that is there and that you may write to.',
    'Le tableau n’a pas pu être enregistré là. Choisissez un dossier qui existe et où vous avez le droit d’écrire.',
  ],
  [
    'The time to undo is over; look for the file in the trash of this computer.',
    'Il est trop tard pour annuler ; cherchez le fichier dans la corbeille de cet ordinateur.',
  ],
  [
    'The time to undo is over; look for the files in the trash of this computer.',
    'Il est trop tard pour annuler ; cherchez les fichiers dans la corbeille de cet ordinateur.',
  ],
  [
    'The time to undo is over. Its clips are in the trash of this computer or where they were moved.',
    'Il est trop tard pour annuler. Ses clips sont dans la corbeille de cet ordinateur ou là où ils ont été déplacés.',
  ],
  [
    'Nothing that is selected has a clip to download. Select clips that are finished.',
    'Rien de ce qui est sélectionné n’a de clip à télécharger. Sélectionnez des clips terminés.',
  ],
  [
    'This video was not made by Zoetrope, or its recipe was taken out of it.',
    'Cette vidéo n’a pas été faite par Zoetrope, ou sa recette en a été retirée.',
  ],
  [
    'The recipe in this video is damaged, or of a newer Zoetrope.',
    'La recette de cette vidéo est abîmée, ou vient d’un Zoetrope plus récent.',
  ],
  [
    'Zoetrope may not write to this folder, so the library stays where it is.',
    'Zoetrope n’a pas le droit d’écrire dans ce dossier : la bibliothèque reste où elle est.',
  ],

  // sessions and the app
  [
    'This session is not there any more, so nothing was changed.',
    'Cette session n’est plus là : rien n’a changé.',
  ],
  [
    'This is the only session, and every clip needs one. Make another session first.',
    'C’est la seule session, et chaque clip en demande une. Créez d’abord une autre session.',
  ],
  ['A session needs a name. Write one.', 'Une session a besoin d’un nom. Écrivez-en un.'],
  [
    'Something went wrong inside Zoetrope. Try again; if it stays so, restart the app.',
    'Un problème est survenu dans Zoetrope. Réessayez ; s’il persiste, redémarrez l’application.',
  ],
  ['This page may not do that.', 'Cette page n’en a pas le droit.'],
  [
    'The window could not reach the app. Close Zoetrope and open it again.',
    'La fenêtre n’a pas pu joindre l’application. Fermez Zoetrope et rouvrez-le.',
  ],

  // templates and versions of a prompt
  ['Nothing was imported.', 'Rien n’a été importé.'],
  [
    'Template {0} of this file cannot be used: look at {1}.',
    'Le modèle {0} de ce fichier ne peut pas être utilisé : regardez {1}.',
  ],
  [
    'This file has no list of templates, or more than {0}.',
    'Ce fichier n’a pas de liste de modèles, ou en a plus de {0}.',
  ],
  [
    'This file is not one of Zoetrope’s templates. Choose a file that was exported from Templates.',
    'Ce fichier n’est pas un fichier de modèles de Zoetrope. Choisissez un fichier exporté depuis Mes modèles.',
  ],
  [
    'This file is not JSON: it may be damaged or cut off.',
    'Ce fichier n’est pas du JSON : il est peut-être abîmé ou coupé.',
  ],
  [
    'This file is too large to be a file of templates.',
    'Ce fichier est trop grand pour être un fichier de modèles.',
  ],
  ['Could not ask for new versions.', 'Les nouvelles versions n’ont pas pu être demandées.'],
  [
    'The new version could not be downloaded whole.',
    'La nouvelle version n’a pas pu être téléchargée en entier.',
  ],
  ['Try again later.', 'Réessayez plus tard.'],
  ['There is no new version to do that with.', 'Il n’y a pas de nouvelle version pour cela.'],
  ['This file was answered already.', 'Ce fichier a déjà reçu une réponse.'],
  ['This is not a file of templates.', 'Ceci n’est pas un fichier de modèles.'],
  [
    'This file could not be opened. Is it still there, and may you read it?',
    'Ce fichier n’a pas pu être ouvert. Est-il toujours là, et avez-vous le droit de le lire ?',
  ],
  [
    'There is room for {0} templates. Remove some first.',
    'Il y a de la place pour {0} modèles. Supprimez-en d’abord.',
  ],
  [
    'The templates could not be written to this computer’s disk, so nothing was changed.',
    'Les modèles n’ont pas pu être écrits sur le disque de cet ordinateur : rien n’a changé.',
  ],
  [
    'The templates could not be saved there. Choose a folder that is there and that you may write to.',
    'Les modèles n’ont pas pu être enregistrés là. Choisissez un dossier qui existe et où vous pouvez écrire.',
  ],
  [
    'Asking a text model is switched off in Settings. Nothing was sent. Switch it on there first.',
    'Interroger un modèle de texte est désactivé dans les réglages. Rien n’a été envoyé. Activez-le d’abord là.',
  ],
  [
    'Asking a text model needs a key of the Gemini API. Nothing was sent. Add one in Settings.',
    'Interroger un modèle de texte demande une clé de l’API Gemini. Rien n’a été envoyé. Ajoutez-en une dans les réglages.',
  ],
  [
    'The text model is being asked already. Wait for its answer.',
    'Le modèle de texte est déjà interrogé. Attendez sa réponse.',
  ],
  [
    'Your budget for this day leaves no room for it. Nothing was sent. Change the budget in Spend.',
    'Votre budget du jour ne le permet pas. Rien n’a été envoyé. Changez le budget dans les dépenses.',
  ],
  [
    'Your budget for this month leaves no room for it. Nothing was sent. Change the budget in Spend.',
    'Votre budget du mois ne le permet pas. Rien n’a été envoyé. Changez le budget dans les dépenses.',
  ],
  [
    'The text model answered, but not with versions of your prompt. It is charged with about {0}. Ask again if you like, or go on with your own words.',
    'Le modèle de texte a répondu, mais sans versions de votre prompt. C’est facturé environ {0}. Demandez de nouveau si vous le voulez, ou continuez avec vos propres mots.',
  ],
  [
    'The text models that Zoetrope knows are gone from the service. Nothing is charged. An update of Zoetrope may know newer ones.',
    'Les modèles de texte que Zoetrope connaît ne sont plus au service. Rien n’est facturé. Une mise à jour de Zoetrope en connaît peut-être de plus récents.',
  ],
  [
    'The service’s filter minded this prompt, so the text model wrote nothing. Reading it may have cost a fraction of a cent. Change the words it may have minded, or go on without.',
    'Le filtre du service a réagi à ce prompt : le modèle de texte n’a rien écrit. Sa lecture a pu coûter une fraction de centime. Changez les mots qui ont pu le gêner, ou continuez sans.',
  ],

  // images
  ['The prompt was blocked ({0}).', 'Le prompt a été bloqué ({0}).'],
  ['The service says {0}.', 'Le service répond {0}.'],
  [
    'This image is no longer where Zoetrope saved it. Look for it in the trash or where you moved it to.',
    'Cette image n’est plus là où Zoetrope l’avait enregistrée. Cherchez-la dans la corbeille ou là où vous l’avez mise.',
  ],
  [
    'Operation not found: the image to change is not in the library any more. Nothing was sent. Choose another one.',
    'Opération introuvable : l’image à modifier n’est plus dans la bibliothèque. Rien n’a été envoyé. Choisissez-en une autre.',
  ],
  [
    'The image came, and this computer’s disk did not take it before Zoetrope was closed. It was charged. Free some space before you ask for it again.',
    'L’image est arrivée, mais le disque de cet ordinateur ne l’a pas prise avant la fermeture de Zoetrope. Elle a été facturée. Libérez de la place avant de la redemander.',
  ],
  [
    'An image of this request is gone from the disk, so nothing was sent. Add it again.',
    'Une image de cette demande n’est plus sur le disque : rien n’a été envoyé. Ajoutez-la de nouveau.',
  ],
  [
    'The image to change is gone from the disk, so nothing was sent. Put its file back, or choose another image.',
    'L’image à modifier n’est plus sur le disque : rien n’a été envoyé. Remettez son fichier, ou choisissez une autre image.',
  ],
  [
    'The image came from the service and is gone from this computer before it was in the library. It was charged. Generate it again if you still want it.',
    'L’image est venue du service et a disparu de cet ordinateur avant d’être dans la bibliothèque. Elle a été facturée. Générez-la de nouveau si vous la voulez toujours.',
  ],
];
