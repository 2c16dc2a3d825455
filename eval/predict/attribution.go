package predict

import "sitrep/extract"

// attribution answers who said what, in the shape of the PolNeAR corpus: source, cue and content as stretches of the text.
var attribution = Kit{Name: "attribution", Help: "Who said what (PolNeAR): sources, cues, contents.", Answer: answerAttribution}

type attributionsJSON struct {
	ID           string                 `json:"id"`
	Attributions []attributionSpansJSON `json:"attributions"`
}

type attributionSpansJSON struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
}

func answerAttribution(reader *extract.Reader, in Input) (any, error) {
	reading, err := reader.Read(in.Report())
	if err != nil {
		return nil, err
	}
	answer := attributionsJSON{in.ID, []attributionSpansJSON{}}
	for _, a := range reading.Attributions {
		answer.Attributions = append(answer.Attributions, attributionSpansJSON{points(in.Text, a.Source), points(in.Text, a.Cue), points(in.Text, a.Content)})
	}
	return answer, nil
}
