import { startMonban } from './main';
import { runBySettings } from './runBySettings';

/** Runs Monban by the environment's settings until it is told to stop. What the build bundles begins here. */
void runBySettings(startMonban);
