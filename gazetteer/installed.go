package gazetteer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// extension is of the files of places that were added.
const extension = ".places"

// Installed are the names of the gazetteers that were added to a folder, in their order; none where the folder is not there.
func Installed(dir string) ([]string, error) {
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), extension); ok && !f.IsDir() {
			names = append(names, name)
		}
	}
	return names, nil
}

// OpenInstalled opens the gazetteer of a name in a folder.
func OpenInstalled(dir, name string) (*Gazetteer, error) {
	path := filepath.Join(dir, name+extension)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	g, err := Open(string(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w; remove it and add the places again", path, err)
	}
	return g, nil
}

// Install puts a file that Import made into a folder, under a name.
func Install(dir, name string, file []byte) error {
	if name == "" || strings.ContainsAny(name, `/\`) || name[0] == '.' {
		return fmt.Errorf("name %q: want letters, digits and the like", name)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	path := filepath.Join(dir, name+extension)
	if err := os.WriteFile(path+".new", file, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// Remove takes the gazetteer of a name out of a folder.
func Remove(dir, name string) error {
	if name == "" || strings.ContainsAny(name, `/\`) {
		return fmt.Errorf("name %q: want that of an added gazetteer", name)
	}
	return os.Remove(filepath.Join(dir, name+extension))
}
