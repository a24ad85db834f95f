// Command declarations prints what go/parser finds declared in a tree of Go files: the truth that the index is compared
// with. One line for each name: file, kind, name, owner, first line, last line, separated by tabs.
//
//	go run declarations.go [-vendor] ROOT
//
// It walks as the index does for a whole tree: folders whose name starts with "." are passed over, folders named "vendor"
// too unless -vendor is given, symbolic links are not followed. A file that go/parser cannot read whole is named on
// standard error, and left out.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"sync"
)

func main() {
	vendor := flag.Bool("vendor", false, "walk folders named vendor too")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	root := flag.Arg(0)
	files, err := list(root, *vendor)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	results := make([][]byte, len(files))
	var group sync.WaitGroup
	next := make(chan int)
	for worker := 0; worker < runtime.NumCPU(); worker++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := range next {
				results[i] = read(root, files[i])
			}
		}()
	}
	for i := range files {
		next <- i
	}
	close(next)
	group.Wait()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, lines := range results {
		out.Write(lines)
	}
}

func list(root string, vendor bool) ([]string, error) {
	var files []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || name == "vendor" && !vendor) {
				return filepath.SkipDir
			}
			return nil
		}
		if entry.Type().IsRegular() && strings.HasSuffix(name, ".go") {
			relative, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			files = append(files, filepath.ToSlash(relative))
		}
		return nil
	})
	sort.Strings(files)
	return files, err
}

// printer collects the lines of one file.
type printer struct {
	file   string
	places *token.FileSet
	lines  bytes.Buffer
}

func read(root, file string) []byte {
	places := token.NewFileSet()
	tree, err := parser.ParseFile(places, filepath.Join(root, filepath.FromSlash(file)), nil, parser.SkipObjectResolution)
	if err != nil {
		fmt.Fprintf(os.Stderr, "unread\t%s\t%v\n", file, strings.SplitN(err.Error(), "\n", 2)[0])
		return nil
	}
	p := &printer{file: file, places: places}
	for _, declaration := range tree.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil || len(d.Recv.List) == 0 {
				p.print("func", d.Name.Name, "", d)
			} else {
				p.print("method", d.Name.Name, typeName(d.Recv.List[0].Type), d)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				p.spec(d.Tok, spec)
			}
		}
	}
	return p.lines.Bytes()
}

func (p *printer) spec(keyword token.Token, spec ast.Spec) {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		p.print("type", s.Name.Name, "", s)
		p.members(s.Type, s.Name.Name)
	case *ast.ValueSpec:
		for _, name := range s.Names {
			p.print(keyword.String(), name.Name, "", s)
		}
	}
}

// members prints fields and interface methods of a type expression, and those of types written inside its fields. What
// stands in signatures, constraints, type arguments and array lengths is no member.
func (p *printer) members(expression ast.Expr, owner string) {
	switch t := expression.(type) {
	case *ast.ParenExpr:
		p.members(t.X, owner)
	case *ast.StarExpr:
		p.members(t.X, owner)
	case *ast.ArrayType:
		p.members(t.Elt, owner)
	case *ast.MapType:
		p.members(t.Key, owner)
		p.members(t.Value, owner)
	case *ast.ChanType:
		p.members(t.Value, owner)
	case *ast.StructType:
		for _, field := range t.Fields.List {
			if len(field.Names) == 0 {
				p.print("field", typeName(field.Type), owner, field)
				continue
			}
			for _, name := range field.Names {
				p.print("field", name.Name, owner, field)
			}
			p.members(field.Type, owner+"."+field.Names[0].Name)
		}
	case *ast.InterfaceType:
		for _, method := range t.Methods.List {
			for _, name := range method.Names {
				p.print("imethod", name.Name, owner, method)
			}
		}
	}
}

// typeName is the name of a receiver's or embedded field's type, without pointer, package and type arguments.
func typeName(expression ast.Expr) string {
	switch t := expression.(type) {
	case *ast.Ident:
		return t.Name
	case *ast.SelectorExpr:
		return t.Sel.Name
	case *ast.StarExpr:
		return typeName(t.X)
	case *ast.ParenExpr:
		return typeName(t.X)
	case *ast.IndexExpr:
		return typeName(t.X)
	case *ast.IndexListExpr:
		return typeName(t.X)
	}
	return ""
}

func (p *printer) print(kind, name, owner string, node ast.Node) {
	if owner == "" {
		owner = "-"
	}
	first, last := p.line(node.Pos()), p.line(node.End()-1)
	fmt.Fprintf(&p.lines, "%s\t%s\t%s\t%s\t%d\t%d\n", p.file, kind, name, owner, first, last)
}

// line is the line in the file itself, whatever its //line comments say.
func (p *printer) line(at token.Pos) int {
	return p.places.PositionFor(at, false).Line
}
