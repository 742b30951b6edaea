// The files of lib/network/page as bytes of the library.
    .section .rodata
    .macro embed name, path
    .globl \name, \name\()_end
    .hidden \name, \name\()_end
    .type \name, %object
    .type \name\()_end, %object
\name:
    .incbin "\path"
\name\()_end:
    .byte 0
    .endm
    embed liaison_page_style, "network/page/page.css"
    embed liaison_page_body, "network/page/page.html"
    embed liaison_page_script, "network/page/page.js"
    .section .note.GNU-stack, "", %progbits
