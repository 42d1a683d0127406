/** Google's own addresses, as examples of what an address looks like. */
export const geminiAddress = 'https://generativelanguage.googleapis.com';
export const agentAddress = 'https://aiplatform.googleapis.com';
