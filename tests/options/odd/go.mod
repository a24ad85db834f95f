module example.org/odd

go 1.20
