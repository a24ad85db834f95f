module example.org/judged

go 1.20
