'use strict';

// Loaded before the bot: its clock goes ahead by so many milliseconds, so that what is due in hours is due now.
const now = Date.now;
const aheadMs = Number(process.env.TEST_CLOCK_AHEAD_MS ?? 0);
Date.now = () => now() + aheadMs;
