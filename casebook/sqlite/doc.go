// Package sqlite keeps a casebook in one file. Open, Create and OpenReadOnly give a Book, which is a casebook.Casebook: one process writes, others read
// meanwhile, and what has been acknowledged outlives a crash (write-ahead log, synchronous=FULL).
//
// The file is a SQLite database that other programs can read. Its tables are described in schema/0001.sql: the later files of that folder bring an older
// casebook to the newest shape, one transaction each, and user_version counts them. What only the program reads (texts, readings, tellings, incidents) is
// JSON or text, packed with Zstandard; what can be asked for stands in columns and in terms, which incidents carry as tags.
package sqlite
