// The language pack as bytes of the library: LIAISON_PACK_PATH is the file. Without it the pack is empty.
    .section .rodata
    .balign 64
    .globl liaison_embedded_pack_begin, liaison_embedded_pack_end, liaison_embedded_pack_size
    .hidden liaison_embedded_pack_begin, liaison_embedded_pack_end, liaison_embedded_pack_size
    .type liaison_embedded_pack_begin, %object
    .type liaison_embedded_pack_end, %object
    .type liaison_embedded_pack_size, %object
liaison_embedded_pack_begin:
#ifdef LIAISON_PACK_PATH
    .incbin LIAISON_PACK_PATH
#endif
liaison_embedded_pack_end:
    .byte 0
    .balign 8
liaison_embedded_pack_size:
    .quad liaison_embedded_pack_end - liaison_embedded_pack_begin
    .section .note.GNU-stack, "", %progbits
