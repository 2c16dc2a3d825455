// Package privacy keeps private persons out of what Sitrep shows. People named in a report are victims, relatives, witnesses, suspects and children, or they
// hold an office, command, or speak for a body. Names finds the first kind, with every form in which their names stand in the report and a description to
// show instead; Veil puts the description in the place of the name. In doubt a person is private: a description too many costs a look into the report, a name
// too many can cost a life.
//
// A veiled text is for showing only. Its offsets are not those of the text that it was made from, so that spans are to be cut out of the text first and
// veiled after.
package privacy
