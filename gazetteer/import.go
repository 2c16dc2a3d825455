package gazetteer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// mostErrors is how many bad lines are named before the reading of a file ends.
const mostErrors = 20

// Import makes a gazetteer file of places that somebody has: a GeoNames dump (19 columns parted by tabs), a CSV with a header that names the columns
// name, lat, lon, country and, if it has them, alternates (parted by "|") and population, or a GeoJSON FeatureCollection of points with the properties
// name, country and alternates. iso3 gives the three-letter code of a two-letter one. The error names the bad lines.
func Import(data []byte, iso3 func(string) string) (file []byte, places int, err error) {
	im := &importer{iso3: iso3, ids: map[int]bool{}}
	switch text := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff"))); {
	case len(text) == 0:
		return nil, 0, errors.New("the file is empty")
	case text[0] == '{':
		im.geoJSON(text)
	case bytes.Count(text[:lineEnd(text)], []byte("\t")) == dumpColumns-1:
		im.dump(text)
	default:
		im.csv(text)
	}
	if im.errs != nil {
		return nil, 0, errors.Join(im.errs...)
	}
	if len(im.entries) == 0 {
		return nil, 0, errors.New("it holds no place")
	}
	file, err = Encode(im.entries)
	return file, len(im.entries), err
}

func lineEnd(text []byte) int {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i
	}
	return len(text)
}

// importer collects the places of a file.
type importer struct {
	iso3    func(string) string
	entries []Entry
	ids     map[int]bool
	errs    []error
}

// fail notes a bad line and tells whether to go on.
func (im *importer) fail(line int, err error) bool {
	if len(im.errs) == mostErrors {
		im.errs = append(im.errs, errors.New("and more"))
		return false
	}
	im.errs = append(im.errs, fmt.Errorf("line %d: %w", line, err))
	return true
}

// dumpColumns are the columns of a GeoNames dump: id, name, ascii name, other names, latitude, longitude, class, code, country, other countries, four
// codes of units, population, elevation, terrain, time zone, date.
const dumpColumns = 19

func (im *importer) dump(text []byte) {
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		f := strings.Split(strings.TrimSuffix(lines.Text(), "\r"), "\t")
		if len(f) != dumpColumns {
			if !im.fail(n, fmt.Errorf("%d columns: a GeoNames dump has %d, parted by tabs", len(f), dumpColumns)) {
				return
			}
			continue
		}
		kind, ok := kindOfFeature(f[6], f[7])
		if !ok {
			continue
		}
		id, err := strconv.Atoi(f[0])
		if err != nil {
			err = fmt.Errorf("id %q: want a number", f[0])
		}
		population, _ := strconv.Atoi(f[14])
		e := Entry{Place: Place{ID: id, Name: f[1], Country: f[8], Admin1Code: f[10], Kind: kind, Population: population}, Names: latin(strings.Split(f[3], ","))}
		if err = errors.Join(err, im.add(e, f[4], f[5])); err != nil && !im.fail(n, err) {
			return
		}
	}
	if err := lines.Err(); err != nil {
		im.fail(len(im.entries), err)
	}
}

// kindOfFeature gives the kind of a GeoNames feature; false for those that news does not name as places: single buildings, roads, undersea features.
func kindOfFeature(class, code string) (Kind, bool) {
	switch class {
	case "P":
		if code == "PPLC" {
			return Capital, true
		}
		return Populated, true
	case "A":
		switch code {
		case "ADM1":
			return Admin1, true
		case "PCLI", "PCLD", "PCLS", "PCLF", "PCL":
			return "", false // countries are known
		}
		return Admin2, true
	case "H":
		return Water, true
	case "T":
		return Terrain, true
	case "L":
		return Region, true
	case "S":
		return Populated, slices.Contains([]string{"AIRB", "AIRP", "AIRF", "INSM", "MILB", "CMP", "CMPRF", "DAM", "BDG", "PSN", "FT", "BP", "CSTM"}, code)
	}
	return "", false
}

// latin keeps the names in Latin letters that an English text may use.
func latin(names []string) []string {
	return slices.DeleteFunc(names, func(n string) bool {
		return n == "" || n[0] < 'A' || n[0] > 'Z' || strings.ContainsFunc(n, func(r rune) bool { return r > 0x24F && !(0x1E00 <= r && r <= 0x1EFF) && !(0x2010 <= r && r <= 0x201F) })
	})
}

func (im *importer) csv(text []byte) {
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		im.fail(1, err)
		return
	}
	at := map[string]int{}
	for i, h := range header {
		at[strings.ToLower(strings.TrimSpace(h))] = i + 1
	}
	for _, want := range []string{"name", "lat", "lon", "country"} {
		if at[want] == 0 {
			im.fail(1, fmt.Errorf("the header %q has no column %q: want name, lat, lon, country and, if there are any, alternates and population", strings.Join(header, ","), want))
			return
		}
	}
	for {
		f, err := r.Read()
		if err == io.EOF {
			return
		}
		line, _ := r.FieldPos(0)
		if err == nil {
			err = im.addRow(at, f)
		}
		if err != nil && !im.fail(line, err) {
			return
		}
	}
}

func (im *importer) addRow(at map[string]int, f []string) error {
	get := func(column string) string {
		if i := at[column]; i > 0 && i <= len(f) {
			return strings.TrimSpace(f[i-1])
		}
		return ""
	}
	e := Entry{Place: Place{Name: get("name"), Country: get("country"), Kind: Populated}}
	if n := get("population"); n != "" {
		p, err := strconv.Atoi(n)
		if err != nil {
			return fmt.Errorf("population %q: want a number", n)
		}
		e.Population = p
	}
	if others := get("alternates"); others != "" {
		e.Names = strings.Split(others, "|")
	}
	return im.add(e, get("lat"), get("lon"))
}

// add checks a place and takes it in.
func (im *importer) add(e Entry, lat, lon string) (err error) {
	if e.Name == "" {
		return errors.New("a place without a name")
	}
	if e.Lat, e.Lon, err = degrees(lat, lon); err != nil {
		return err
	}
	if len(e.Country) == 2 {
		e.Country = im.iso3(e.Country)
	}
	if len(e.Country) != 3 || strings.ToUpper(e.Country) != e.Country {
		return fmt.Errorf("country of %q: want a code of ISO 3166, of two or three letters", e.Name)
	}
	if e.ID == 0 {
		e.ID = ownID(e.Name, fmt.Sprintf("%s/%.4f/%.4f", e.Country, e.Lat, e.Lon))
	}
	if im.ids[e.ID] {
		return fmt.Errorf("%q stands twice", e.Name)
	}
	im.ids[e.ID] = true
	e.Population = max(e.Population, 1) // somebody names it: a town that is looked for as one
	im.entries = append(im.entries, e)
	return nil
}

// geoJSON reads points; the number of the feature stands for the line.
func (im *importer) geoJSON(text []byte) {
	var all struct {
		Type     string
		Features []struct {
			Geometry struct {
				Type        string
				Coordinates json.RawMessage
			}
			Properties struct{ Name, Country, Alternates string }
		}
	}
	if err := json.Unmarshal(text, &all); err != nil {
		im.fail(1, fmt.Errorf("no GeoJSON: %w", err))
		return
	}
	if all.Type != "FeatureCollection" {
		im.fail(1, fmt.Errorf("type %q: want a FeatureCollection", all.Type))
		return
	}
	for i, f := range all.Features {
		var at []float64
		err := json.Unmarshal(f.Geometry.Coordinates, &at)
		if f.Geometry.Type != "Point" || err != nil || len(at) < 2 {
			err = fmt.Errorf("feature %q: want a Point with longitude and latitude", f.Properties.Name)
		} else {
			err = im.addRow(map[string]int{"name": 1, "country": 2, "alternates": 3, "lat": 4, "lon": 5},
				[]string{f.Properties.Name, f.Properties.Country, f.Properties.Alternates, fmt.Sprint(at[1]), fmt.Sprint(at[0])})
		}
		if err != nil && !im.fail(i+1, err) {
			return
		}
	}
}
