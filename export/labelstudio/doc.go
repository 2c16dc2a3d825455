// Package labelstudio writes reports with what was found in them as tasks with predictions for Label Studio, beside the labelling configuration that a project
// needs, and reads the JSON that Label Studio exports. Offsets are code points.
package labelstudio
