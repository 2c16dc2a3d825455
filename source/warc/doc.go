// Package warc reads WARC 1.0 and 1.1, the archives of web crawls (ISO 28500), record by record from an unpacked stream. Nothing is held: the content of a
// record is read from the stream, and what is not read of it is passed over. After a damaged record the next one that can be read is found.
package warc
