'use strict';

// Loaded before a writer: SQLite then waits for the disk as TEST_SYNCHRONOUS says, to see what that would lose.
const sqlite = require('node:sqlite');

class LessSynchronous extends sqlite.DatabaseSync {
  exec(statement) {
    super.exec(statement.replace('synchronous = full', `synchronous = ${process.env.TEST_SYNCHRONOUS}`));
  }
}

sqlite.DatabaseSync = LessSynchronous;
