package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// topology is a TopoJSON file: lines that several shapes share, the arcs, and shapes as lists of arcs.
type topology struct {
	Transform struct {
		Scale, Translate [2]float64
	}
	Objects map[string]geometry
	Arcs    [][][2]float64
}

type geometry struct {
	Type       string
	Arcs       json.RawMessage
	Geometries []geometry
	Properties struct {
		Name string
	}
}

// readTopology reads a file and undoes the steps from point to point: afterwards arcs are degrees of longitude and latitude.
func readTopology(file string) (*topology, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var t topology
	if err := json.Unmarshal(raw, &t); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for _, arc := range t.Arcs {
		var x, y float64
		for i, p := range arc {
			x, y = x+p[0], y+p[1]
			arc[i] = [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]}
		}
	}
	return &t, nil
}

// parts are the rings of polygons, or the lines, each as a list of arcs.
func (g *geometry) parts() [][]int {
	var out [][]int
	switch g.Type {
	case "GeometryCollection":
		for i := range g.Geometries {
			out = append(out, g.Geometries[i].parts()...)
		}
	case "MultiPolygon":
		for _, polygon := range decode[[][][]int](g.Arcs) {
			out = append(out, polygon...)
		}
	case "Polygon", "MultiLineString":
		out = decode[[][]int](g.Arcs)
	case "LineString":
		out = [][]int{decode[[]int](g.Arcs)}
	}
	return out
}

func decode[T any](raw json.RawMessage) T {
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		panic(fmt.Sprintf("arcs of a shape: %v", err))
	}
	return v
}
