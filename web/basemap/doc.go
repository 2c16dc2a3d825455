// Package basemap is the map under the record: land, borders, disputed lines, lakes and rivers of Natural Earth (public domain), at two levels of detail, projected (Web Mercator) when
// the file was made. A map view asks for tiles, a page without script for an SVG.
//
// Borders are drawn as Natural Earth has them, by who is in control; those that build/disputed.tsv lists are a layer of their own, so that no page shows them as settled.
// basemap.bin is made by the program in web/basemap/build.
package basemap
