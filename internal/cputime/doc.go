// Package cputime tells how long processors have worked for this process: what a bench reports where a machine has other work too.
package cputime
