// Package source says where reports come from: files, folders, JSON Lines, lists of addresses, feeds, mail folders, exports of Telegram Desktop and archives of
// the web. Items gives them one by one, as bytes with what the source says about them; it never holds more than one of them in memory.
//
// Strangers wrote what it reads: sizes are capped, links in folders are followed nowhere outside, and addresses are fetched only through a Fetcher that the
// caller gives (source/fetch guards it).
package source
