'use strict';

const { mkdtempSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const sayEngines = require('../storage/sayEngines.js');

/** Before any test: a folder in which every test notes where it found a pass (test/canary/canary.ts). */
module.exports = () => {
  sayEngines();
  process.env.MONBAN_CANARY_FOLDER = mkdtempSync(path.join(os.tmpdir(), 'monban-canary-'));
};
