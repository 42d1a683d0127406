/**
 * Stands in for `ajv` and `ajv-formats` in the bundle: the settings' file is read by `conf`, which loads both to check
 * schemas that it is never given (zod checks them), and a quarter of what main had to read at each start was theirs.
 */
function unused() {
  throw new Error('Settings are checked by zod: conf is to be given no schema.');
}

export { unused as Ajv2020 };

export default { default: unused };
