// Command references prints what go/types finds every identifier to mean: the truth that resolved references are compared
// with. One line for each identifier, separated by tabs:
//
//	file  line  column  name  kind  status  target file  line  column  symbol
//
// Columns count UTF-16 code units from one. Status is "declared" (target file "go:..." lies below GOROOT/src), or "builtin".
//
//	go run references.go [-tests] [-quiet] ROOT FOLDER[/...]...
//
// Packages are looked for below ROOT (its go.mod's module path, its vendor folder) and in GOROOT/src; those that are only
// imported are checked without function bodies. Type errors are counted on standard error and do not stop it.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"time"
	"unicode/utf16"
)

type program struct {
	root, module, library string
	places                *token.FileSet
	packages              map[string]*types.Package
	texts                 map[string][]string
	errors                int
	quiet                 bool
	// Folders of the packages asked for: when only checking, each is checked once, with its bodies.
	whole map[string]bool
}

func main() {
	tests := flag.Bool("tests", false, "test files too")
	quiet := flag.Bool("quiet", false, "only check, to see how long it takes; print the seconds")
	flag.Parse()
	if flag.NArg() < 2 {
		flag.Usage()
		os.Exit(2)
	}
	root, err := filepath.EvalSymlinks(flag.Arg(0))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	library, err := filepath.EvalSymlinks(filepath.Join(runtime.GOROOT(), "src"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	p := &program{
		root: root, module: moduleOf(root), library: library, places: token.NewFileSet(),
		packages: map[string]*types.Package{}, texts: map[string][]string{},
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	p.quiet = *quiet
	started := time.Now()
	p.whole = map[string]bool{}
	if *quiet {
		for _, pattern := range flag.Args()[1:] {
			for _, folder := range p.folders(pattern) {
				if real, err := filepath.EvalSymlinks(folder); err == nil {
					p.whole[real] = true
				}
			}
		}
	}
	for _, pattern := range flag.Args()[1:] {
		for _, folder := range p.folders(pattern) {
			p.print(out, folder, *tests)
		}
	}
	if *quiet {
		fmt.Fprintf(out, "%.3f\n", time.Since(started).Seconds())
	}
	fmt.Fprintf(os.Stderr, "%d type errors\n", p.errors)
}

var moduleLine = regexp.MustCompile(`(?m)^module\s+"?([^\s"]+)`)

func moduleOf(root string) string {
	text, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return ""
	}
	if match := moduleLine.FindSubmatch(text); match != nil && string(match[1]) != "std" {
		return string(match[1])
	}
	return ""
}

func (p *program) folders(pattern string) []string {
	if !strings.HasSuffix(pattern, "...") {
		return []string{filepath.Join(p.root, pattern)}
	}
	var folders []string
	top := filepath.Join(p.root, strings.TrimSuffix(pattern, "..."))
	filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		name := entry.Name()
		if path != top && (name == "vendor" || name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
			return filepath.SkipDir
		}
		folders = append(folders, path)
		return nil
	})
	sort.Strings(folders)
	return folders
}

// folderOf finds the folder of an import, as seen from a folder.
func (p *program) folderOf(path, from string) string {
	var candidates []string
	if p.module != "" && (path == p.module || strings.HasPrefix(path, p.module+"/")) {
		candidates = append(candidates, filepath.Join(p.root, strings.TrimPrefix(path, p.module)))
	}
	for _, top := range []string{p.root, p.library} {
		for at := from; at == top || strings.HasPrefix(at, top+"/"); at = filepath.Dir(at) {
			candidates = append(candidates, filepath.Join(at, "vendor", path))
		}
	}
	candidates = append(candidates, filepath.Join(p.root, "vendor", path))
	if p.module == "" {
		candidates = append(candidates, filepath.Join(p.root, path))
	}
	candidates = append(candidates, filepath.Join(p.library, path))
	for _, folder := range candidates {
		if files, _ := filepath.Glob(filepath.Join(folder, "*.go")); len(files) > 0 {
			if real, err := filepath.EvalSymlinks(folder); err == nil {
				return real
			}
		}
	}
	return ""
}

func context() *build.Context {
	c := build.Default
	c.GOOS, c.GOARCH, c.CgoEnabled = "linux", "amd64", true
	return &c
}

func (p *program) parse(folder string, names []string) []*ast.File {
	var files []*ast.File
	for _, name := range names {
		file, err := parser.ParseFile(p.places, filepath.Join(folder, name), nil, parser.SkipObjectResolution)
		if err != nil {
			p.errors++
		}
		if file != nil {
			files = append(files, file)
		}
	}
	return files
}

// importer imports for one folder.
type importer struct {
	p    *program
	from string
	own  *types.Package
}

func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if i.own != nil && path == i.own.Path() {
		return i.own, nil
	}
	folder := i.p.folderOf(path, i.from)
	if folder == "" {
		return nil, fmt.Errorf("no source of %s", path)
	}
	if known, ok := i.p.packages[folder]; ok {
		if known == nil {
			return nil, fmt.Errorf("import cycle through %s", path)
		}
		return known, nil
	}
	i.p.packages[folder] = nil
	listed, err := context().ImportDir(folder, 0)
	if err != nil && listed == nil {
		return nil, err
	}
	files := i.p.parse(folder, append(append([]string{}, listed.GoFiles...), listed.CgoFiles...))
	var info *types.Info
	if i.p.whole[folder] {
		info = newInfo()
	}
	done := i.p.check(i.p.listedPath(path, folder), folder, files, info, nil)
	i.p.packages[folder] = done
	return done, nil
}

func (p *program) check(path, folder string, files []*ast.File, info *types.Info, own *types.Package) *types.Package {
	config := types.Config{
		Importer:         importer{p, folder, own},
		IgnoreFuncBodies: info == nil,
		FakeImportC:      true,
		Sizes:            types.SizesFor("gc", "amd64"),
		Error: func(err error) {
			p.errors++
			if p.errors <= 20 {
				fmt.Fprintln(os.Stderr, err)
			}
		},
	}
	done, _ := config.Check(path, p.places, files, info)
	return done
}

// listedPath is the import path as `go list` says it: what the standard library vendors has its folder in it.
func (p *program) listedPath(path, folder string) string {
	if relative, err := filepath.Rel(p.library, folder); err == nil && strings.HasPrefix(relative, "vendor/") {
		return filepath.ToSlash(relative)
	}
	return path
}

func (p *program) importPath(folder string) string {
	relative, _ := filepath.Rel(p.root, folder)
	if at := strings.LastIndex("/"+relative, "/vendor/"); at >= 0 && p.module != "" {
		return ("/" + relative)[at+len("/vendor/"):]
	}
	if strings.HasPrefix(relative, "staging/src/") {
		return strings.TrimPrefix(relative, "staging/src/")
	}
	return strings.TrimSuffix(filepath.ToSlash(filepath.Join(p.module, relative)), "/.")
}

func (p *program) print(out *bufio.Writer, folder string, tests bool) {
	folder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	if p.quiet && p.packages[folder] != nil {
		return
	}
	listed, err := context().ImportDir(folder, 0)
	if err != nil && (listed == nil || len(listed.GoFiles)+len(listed.TestGoFiles)+len(listed.XTestGoFiles) == 0) {
		return
	}
	names := append(append([]string{}, listed.GoFiles...), listed.CgoFiles...)
	if tests {
		names = append(names, listed.TestGoFiles...)
	}
	path := p.importPath(folder)
	own := p.report(out, path, folder, names, nil)
	if p.quiet {
		p.packages[folder] = own
	}
	if tests && len(listed.XTestGoFiles) > 0 {
		p.report(out, path+"_test", folder, listed.XTestGoFiles, own)
	}
}

func newInfo() *types.Info {
	return &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}}
}

func (p *program) report(out *bufio.Writer, path, folder string, names []string, own *types.Package) *types.Package {
	files := p.parse(folder, names)
	info := newInfo()
	done := p.check(path, folder, files, info, own)
	if p.quiet {
		return done
	}
	for _, file := range files {
		ast.Inspect(file, func(node ast.Node) bool {
			if name, ok := node.(*ast.Ident); ok {
				// An embedded field is a definition and a use of its type: it leads to the type.
				object := info.Uses[name]
				if object == nil {
					object = info.Defs[name]
				}
				if object != nil && name.Name != "." && name.Pos().IsValid() {
					p.line(out, name, object)
				}
			}
			return true
		})
	}
	return done
}

func (p *program) line(out *bufio.Writer, name *ast.Ident, object types.Object) {
	file, line, column := p.place(name.Pos())
	kind := kindOf(object, name)
	if !object.Pos().IsValid() {
		symbol, status := object.Name(), "builtin"
		if object.Pkg() == types.Unsafe {
			symbol, status = "unsafe."+symbol, "declared"
		}
		fmt.Fprintf(out, "%s\t%d\t%d\t%s\t%s\t%s\t-\t0\t0\t%s\n", file, line, column, name.Name, kind, status, symbol)
		return
	}
	target, targetLine, targetColumn := p.place(object.Pos())
	symbol := object.Name()
	if imported, ok := object.(*types.PkgName); ok {
		symbol = imported.Imported().Path()
	} else if object.Pkg() != nil && object.Parent() == object.Pkg().Scope() {
		symbol = object.Pkg().Path() + "." + symbol
	}
	fmt.Fprintf(out, "%s\t%d\t%d\t%s\t%s\tdeclared\t%s\t%d\t%d\t%s\n", file, line, column, name.Name, kind, target, targetLine, targetColumn, symbol)
}

func kindOf(object types.Object, name *ast.Ident) string {
	switch o := object.(type) {
	case *types.PkgName:
		return "package"
	case *types.TypeName:
		if _, ok := o.Type().(*types.TypeParam); ok {
			return "typeparam"
		}
		return "type"
	case *types.Var:
		if o.IsField() {
			return "field"
		}
		if o.Pkg() != nil && o.Parent() == o.Pkg().Scope() {
			return "var"
		}
		return "local"
	case *types.Const:
		return "const"
	case *types.Func:
		if o.Type().(*types.Signature).Recv() != nil {
			return "method"
		}
		return "func"
	case *types.Label:
		return "label"
	}
	return "builtin"
}

// place is a file relative to the root or, after "go:", to GOROOT/src, with line and column in UTF-16 code units.
func (p *program) place(at token.Pos) (string, int, int) {
	position := p.places.PositionFor(at, false)
	lines, ok := p.texts[position.Filename]
	if !ok {
		text, _ := os.ReadFile(position.Filename)
		lines = strings.Split(string(text), "\n")
		p.texts[position.Filename] = lines
	}
	column := position.Column
	if position.Line <= len(lines) && column-1 <= len(lines[position.Line-1]) {
		column = len(utf16.Encode([]rune(lines[position.Line-1][:column-1]))) + 1
	}
	file := position.Filename
	if relative, err := filepath.Rel(p.root, file); err == nil && !strings.HasPrefix(relative, "..") {
		file = relative
	} else if relative, err := filepath.Rel(p.library, file); err == nil && !strings.HasPrefix(relative, "..") {
		file = "go:" + relative
	}
	return filepath.ToSlash(file), position.Line, column
}
