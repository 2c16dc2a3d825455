// Package standoff holds what a reading found in a text as people mark it in annotation tools: stretches of the text with a type, fields, and links between
// them. It makes such a document of a reading, and says what somebody who worked on one changed, as corrections of the record.
package standoff
