/** Chromium for a suite, without a display. */
import { chromium, type Browser } from 'playwright-core';
import { installChromium } from './installation';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export const launchBrowser = async (): Promise<Browser> => {
  const { executable, environment } = installChromium();
  return chromium.launch({
    executablePath: executable,
    headless: true,
    args: flags,
    env: { ...(process.env as Record<string, string>), ...environment },
  });
};
