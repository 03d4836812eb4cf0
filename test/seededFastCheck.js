'use strict';

const fastCheck = require('../node_modules/fast-check/lib/cjs/fast-check.js');

fastCheck.configureGlobal({ seed: Number(process.env.MONBAN_TEST_SEED ?? 20261126) });

module.exports = fastCheck;
