package brief

import (
	"fmt"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/text"
)

// news tells of the incidents of the period, country by country, the country of the most important incident first.
func (m *maker) news() error {
	var countries []string
	byCountry := map[string][]Item{}
	left, untold := map[string]int{}, 0
	for k := range m.incidents {
		i := &m.incidents[k]
		if diplomatic(i.Kind) {
			continue
		}
		if !m.isNew(i) {
			untold++
			continue
		}
		c := i.Country
		if !slices.Contains(countries, c) {
			countries = append(countries, c)
		}
		if m.o.Limit <= 0 || len(byCountry[c]) >= m.o.PerPlace {
			left[c]++
			continue
		}
		whole, err := m.whole(i)
		if err != nil {
			return err
		}
		if whole == nil {
			continue
		}
		item, err := m.happening(whole)
		if err != nil {
			return err
		}
		if len(item.Sentences) > 0 {
			byCountry[c] = append(byCountry[c], item)
			m.o.Limit--
		}
	}
	if k := slices.Index(countries, ""); k >= 0 { // what no country is known of stands last
		countries = append(slices.Delete(countries, k, k+1), "")
	}
	for _, c := range countries {
		items := byCountry[c]
		if n := left[c]; n > 0 {
			items = append(items, Item{Sentences: []Sentence{record(fmt.Sprintf("%s not told here; sitrep incidents lists them.", further(n)))}})
		}
		m.section(m.countryName(c), items)
	}
	if untold > 0 {
		are := "are"
		if untold == 1 {
			are = "is"
		}
		m.section("Background", []Item{{Sentences: []Sentence{record(fmt.Sprintf("%s of the period that the reports tell only as background, or told first before it, %s left out.", text.Count(untold, "incident"), are))}}})
	}
	return nil
}

func further(n int) string {
	if n == 1 {
		return "1 further incident is"
	}
	return text.Number(n) + " further incidents are"
}

// happening is what is said of one incident.
func (m *maker) happening(i *sitrep.Incident) (Item, error) {
	item := Item{Incident: i.ID, reports: casebook.ReportsOf(i)}
	lead, err := m.lead(i)
	if err != nil || lead.Text == "" {
		return item, err
	}
	item.Sentences = append(item.Sentences, lead)
	if s := grade(i); s != "" {
		item.Sentences = append(item.Sentences, record(s))
	}
	for _, part := range []func(*sitrep.Incident) ([]Sentence, error){m.who, m.tolls, m.lowered, m.differing, m.replies} {
		said, err := part(i)
		if err != nil {
			return item, err
		}
		item.Points = append(item.Points, said...)
	}
	return item, nil
}

// lead says what, where and when, according to whom. Without a note there is no lead.
func (m *maker) lead(i *sitrep.Incident) (Sentence, error) {
	by, have, err := m.origins(i)
	if err != nil || len(have) == 0 {
		return Sentence{}, err
	}
	text := "according to " + by + ", " + deed(i)
	place, have, err := m.where(i, have)
	if err != nil {
		return Sentence{}, err
	}
	when, have, err := m.when(i, have)
	if err != nil {
		return Sentence{}, err
	}
	text += place + when
	if i.Status == sitrep.Ongoing {
		text += ", and it went on when they told it"
	}
	return said(text+".", notes(have...)), nil
}

// list joins names: "A, B and C".
func list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// support is a note that quotes how the first of some events is told; 0 where none is at hand any more.
func (m *maker) support(keys []sitrep.EventKey) (int, error) {
	for _, k := range keys {
		r, e, err := m.event(k)
		if err != nil {
			return 0, err
		}
		if r == nil || e == nil {
			continue
		}
		if n := m.note(r, told(e)); n > 0 {
			return n, nil
		}
	}
	return 0, nil
}

// where is " in Darvin (Xland)", with a note that has the name; empty where no words have it.
func (m *maker) where(i *sitrep.Incident, have []int) (string, []int, error) {
	if i.Place.Name == "" {
		return "", have, nil
	}
	have, ok, err := m.cover(i.Place.Name, i.Events, have)
	if err != nil || !ok {
		return "", have, err
	}
	place := " in " + i.Place.Name
	if i.Place.Precision >= 5 || i.Place.Kind == "water" || i.Place.Kind == "terrain" {
		place = " in the area of " + i.Place.Name
	}
	if c := m.countryName(country(i)); country(i) != "" && !strings.EqualFold(c, i.Place.Name) {
		place += " (" + c + ")"
	}
	return place, have, nil
}

// when is the time of an incident in words, with a note that has the words of it where there are any.
func (m *maker) when(i *sitrep.Incident, have []int) (string, []int, error) {
	t := interval(i.When)
	if t == "" {
		return "", have, nil
	}
	if i.When.Basis == sitrep.Assumed {
		return t + " (the day is assumed)", have, nil
	}
	for _, k := range i.Events {
		r, e, err := m.event(k)
		if err != nil {
			return "", have, err
		}
		if r == nil || e == nil || e.When.From != i.When.From {
			continue
		}
		times, err := r.Timexes()
		if err != nil {
			return "", have, err
		}
		for _, x := range times {
			if x.Interval.From == i.When.From {
				return t, append(have, m.note(r, x.Span)), nil
			}
		}
	}
	return t + " (by the day of the report)", have, nil
}

// interval is a time in words.
func interval(t sitrep.Interval) string {
	from, to := t.From.String(), t.To.String()
	switch {
	case from == "" && to == "":
		return ""
	case from == to && t.From.Day > 0:
		return " on " + from
	case from == to:
		return " in " + from
	case to == "":
		return " from " + from + " on"
	case from == "":
		return " until " + to
	}
	return " from " + from + " to " + to
}

// grade says how well an incident is borne out.
func grade(i *sitrep.Incident) string {
	by := ""
	if i.GradedBy.By != "" {
		by = " by " + i.GradedBy.By
		if i.GradedBy.Reason != "" {
			by += ": " + i.GradedBy.Reason
		}
	}
	switch i.Grade {
	case sitrep.SingleOrigin:
		return "one origin only."
	case sitrep.Contested:
		return "contested: the reports differ on who did it or whether it happened."
	case sitrep.Confirmed:
		return "graded confirmed" + by + "."
	case sitrep.Discounted:
		return "graded discounted" + by + "."
	case sitrep.SeveralOrigins:
		return "several origins."
	}
	return ""
}
