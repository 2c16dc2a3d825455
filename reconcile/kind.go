package reconcile

import "sitrep"

// family is the kinds among which two reports may choose differently for one happening. Tellings of different families are never compared.
type family byte

const (
	violence family = 'v'
	peace    family = 'p'
	people   family = 'h' // what happens to people without being an attack: freed, moved, held
	forces   family = 'f'
	politics family = 'o'
)

// familiesOf are the families of a kind, the first its own.
func familiesOf(k sitrep.Kind) []family {
	switch k {
	case sitrep.Battle, sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.Destruction, sitrep.War:
		return []family{violence}
	case sitrep.Abduction:
		return []family{people, violence}
	case sitrep.Violation:
		return []family{violence, peace}
	case sitrep.Territory:
		return []family{forces, violence}
	case sitrep.Ceasefire, sitrep.Agreement, sitrep.Talks:
		return []family{peace}
	case sitrep.Arrest, sitrep.Release, sitrep.Displacement, sitrep.Trial:
		return []family{people}
	case sitrep.Deployment, sitrep.Withdrawal:
		return []family{forces}
	}
	return []family{politics}
}

// pair is two kinds in the order of their names.
type pair struct{ a, b sitrep.Kind }

func pairOf(a, b sitrep.Kind) pair {
	if b < a {
		a, b = b, a
	}
	return pair{a, b}
}

// never is a score that nothing makes up for.
const never = -100.0

// otherKind is what it costs that two tellings give different kinds, for kinds that reports do give to one happening: an attack whose weapon one report leaves
// out, a truce called a deal. All other pairs are two happenings.
var otherKind = map[pair]float64{
	pairOf(sitrep.Attack, sitrep.Battle): 0, pairOf(sitrep.Attack, sitrep.Shelling): 0, pairOf(sitrep.Attack, sitrep.Airstrike): 0,
	pairOf(sitrep.Attack, sitrep.Bombing): 0.2, pairOf(sitrep.Attack, sitrep.Destruction): -0.3, pairOf(sitrep.Attack, sitrep.Violation): -0.5,
	pairOf(sitrep.Attack, sitrep.Abduction): -0.8, pairOf(sitrep.Attack, sitrep.War): -1.5,
	pairOf(sitrep.Shelling, sitrep.Airstrike): 0.2, pairOf(sitrep.Shelling, sitrep.Battle): 0, pairOf(sitrep.Shelling, sitrep.Destruction): -0.3,
	pairOf(sitrep.Shelling, sitrep.Bombing): -0.8, pairOf(sitrep.Shelling, sitrep.Violation): -0.3,
	pairOf(sitrep.Airstrike, sitrep.Battle): -0.5, pairOf(sitrep.Airstrike, sitrep.Bombing): -0.5, pairOf(sitrep.Airstrike, sitrep.Destruction): -0.3,
	pairOf(sitrep.Airstrike, sitrep.Violation): -0.5, pairOf(sitrep.Airstrike, sitrep.War): -0.5,
	pairOf(sitrep.Bombing, sitrep.Destruction): -0.3, pairOf(sitrep.Bombing, sitrep.Battle): -0.8,
	pairOf(sitrep.Battle, sitrep.Violation): -0.3, pairOf(sitrep.Battle, sitrep.War): -0.5, pairOf(sitrep.Battle, sitrep.Destruction): -1,
	pairOf(sitrep.Battle, sitrep.Territory): -1, pairOf(sitrep.Attack, sitrep.Territory): -1.2, pairOf(sitrep.War, sitrep.Territory): -1.5,
	pairOf(sitrep.Ceasefire, sitrep.Agreement): -0.3, pairOf(sitrep.Agreement, sitrep.Talks): -1.5, pairOf(sitrep.Ceasefire, sitrep.Talks): -2,
	pairOf(sitrep.Abduction, sitrep.Arrest): -0.8, pairOf(sitrep.Arrest, sitrep.Trial): -1.5, pairOf(sitrep.Displacement, sitrep.Release): -1.5,
	pairOf(sitrep.Withdrawal, sitrep.Territory): -1, pairOf(sitrep.Protest, sitrep.Attack): -1.5,
}

// kindScore is what the kinds say for one happening.
func kindScore(a, b sitrep.Kind) float64 {
	if a == b {
		return 1
	}
	if s, ok := otherKind[pairOf(a, b)]; ok {
		return s
	}
	return never
}

// violent tells whether a kind is a deed of armed violence.
func violent(k sitrep.Kind) bool {
	return k == sitrep.Abduction || familiesOf(k)[0] == violence && k != sitrep.War
}

// mutual tells whether a kind has sides of one standing rather than a doer and a victim.
func mutual(k sitrep.Kind) bool {
	return familiesOf(k)[0] == peace || k == sitrep.War || k == sitrep.Battle
}
