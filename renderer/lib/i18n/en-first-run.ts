/** The words of the first steps, in English. */
export const firstRun = {
  label: 'First steps',
  step: (step: string, steps: string) => `Step ${step} of ${steps}`,
  skip: 'Skip all',
  back: 'Back',
  goOn: 'Continue',
  keyTitle: 'Your own key, or a demo first',
  keyBody:
    'Google makes the clips with your own key and charges for each second of video. Without a key, Zoetrope draws demo clips on this computer, free and watermarked. You can add a key at any time.',
  tryWithout: 'Try without a key',
  useAgent: 'Use the Agent Platform instead…',
  agentReady: 'The Agent Platform is set up.',
  folderTitle: 'A place for your clips',
  folderBody:
    'Each clip is saved into this folder as soon as it is ready, as an ordinary video file. You can choose another folder in Settings at any time.',
  chooseFolder: 'Choose another…',
  folderChanged: 'Clips are saved here from now on.',
  exampleTitle: 'Your first clip',
  exampleBody:
    'Here is a short one to begin with. Put it into the composer, change what you like, and press Generate.',
  place: 'Put into the composer',
  placed: 'It is in the composer. Press Generate there to make it.',
};
