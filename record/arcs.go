package record

import (
	"slices"

	"sitrep"
)

// The ways that a line leaves a cell of the drawing.
const (
	up = 1 << iota
	down
	left
	right
)

// boxes are the characters of the cells by the ways that lines leave them.
var boxes = [16]rune{
	0: ' ', up: '╵', down: '╷', up | down: '│',
	left: '─', right: '─', left | right: '─',
	left | up: '╯', left | down: '╮', left | up | down: '┤',
	right | up: '╰', right | down: '╭', right | up | down: '├',
	left | right | up: '┴', left | right | down: '┬', left | right | up | down: '┼',
}

// drawArcs draws a tree with one line a word, all equally wide. Every word that governs others has a place, the further right the deeper
// it stands in the tree; a line runs down or up from there to the lines of its dependents, and from each line on to the right to the
// word. Where two lines cross the upright one is drawn through.
func drawArcs(heads []int) []string {
	places, deepest := placeWords(heads)
	cells := make([][]uint8, len(heads))
	for i := range cells {
		cells[i] = make([]uint8, 2*deepest+2)
	}
	for i, h := range heads {
		if h != sitrep.NoHead {
			vertical(cells, 2*places[h], h, i)
		}
	}
	for i, h := range heads {
		from := 2 * places[i]
		if h != sitrep.NoHead {
			from = 2 * places[h]
		}
		horizontal(cells[i], from, 2*places[i])
	}
	lines := make([]string, len(cells))
	for i, row := range cells {
		line := make([]rune, len(row))
		for x, ways := range row {
			line[x] = boxes[ways]
		}
		lines[i] = string(line)
	}
	return lines
}

func vertical(cells [][]uint8, x, from, to int) {
	for y := min(from, to); y < max(from, to); y++ {
		cells[y][x] |= down
		cells[y+1][x] |= up
	}
}

// horizontal draws a line from a cell to the end of the row, under the upright lines but for those at its ends and at the word's own place.
func horizontal(row []uint8, from, own int) {
	for x := from; x < len(row); x++ {
		if x != from && x != own && row[x] != 0 {
			continue
		}
		if x > from {
			row[x] |= left
		}
		row[x] |= right
	}
}

// placeWords gives every word that governs others a place right of its governor's, where its line down or up meets no other's. In a
// projective tree that is one right of it; arcs that cross make room. The others have their governor's place.
func placeWords(heads []int) (places []int, deepest int) {
	dependents := make([][]int, len(heads))
	var queue []int
	for i, h := range heads {
		if h == sitrep.NoHead {
			queue = append(queue, i)
		} else {
			dependents[h] = append(dependents[h], i)
		}
	}
	places = make([]int, len(heads))
	taken := [][]bool{}
	for ; len(queue) > 0; queue = queue[1:] {
		i, place := queue[0], 0
		queue = append(queue, dependents[i]...)
		if h := heads[i]; h != sitrep.NoHead {
			place = places[h]
			if len(dependents[i]) > 0 {
				place++
			}
		}
		if len(dependents[i]) > 0 {
			taken, place = take(taken, len(heads), place, append(dependents[i], i))
		}
		places[i], deepest = place, max(deepest, place)
	}
	return places, deepest
}

// take finds the first place from the given one on that is free between all the given lines of a sentence of so many words, and takes it.
func take(taken [][]bool, words, place int, lines []int) ([][]bool, int) {
	from, to := slices.Min(lines), slices.Max(lines)
	for place < len(taken) && slices.Contains(taken[place][from:to+1], true) {
		place++
	}
	for place >= len(taken) {
		taken = append(taken, make([]bool, words))
	}
	for y := from; y <= to; y++ {
		taken[place][y] = true
	}
	return taken, place
}
