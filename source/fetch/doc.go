// Package fetch gets pages and feeds from the web for a program that reads what strangers point it at. It connects to public addresses only, looks at them
// after names are resolved and at every redirect, bounds sizes and times, obeys robots.txt, leaves a pause between two requests to one host, and asks a
// server that is overloaded again later. It uses no proxy unless it is told one, keeps no cookies and sends no credentials.
//
// It sends things too, where the operator names an address: to a receiver of alerts, to a model on this machine. What is connected to then is what Reach says.
package fetch
