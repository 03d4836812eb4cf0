'use strict';

module.exports = () => {
  if (!process.env.MONBAN_TEST_DATABASE_URL) {
    process.stdout.write(
      '\nPostgreSQL is left out of this run: MONBAN_TEST_DATABASE_URL is not set (test/storage/README.md).\n',
    );
  }
};
