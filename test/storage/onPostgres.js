'use strict';

// Before each test file of the run on PostgreSQL: aDatabase.ts reads it.
process.env.MONBAN_TEST_ENGINE = 'postgresql';
