/** Made by esbuild.mjs: imports every test file of the folder. */
declare module 'tests:host';
declare module 'tests:web';
