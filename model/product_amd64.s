#include "textflag.h"

// Products of rows of 7-bit values with packed weights, see matrix. The sums of a tile of rows stay in registers over all of k.
// Weights of 16 outputs for 4 inputs are one vector of 64 bytes; 4 values of a row are spread over a vector to meet it.

// VNNI3 meets 4 values of a row with three blocks of outputs.
#define VNNI3(value, s0, s1, s2) \
	VPBROADCASTD value, Z27 \
	VPDPBUSD Z24, Z27, s0 \
	VPDPBUSD Z25, Z27, s1 \
	VPDPBUSD Z26, Z27, s2

#define STORE3(s0, s1, s2) \
	VMOVDQU32 s0, (DI) \
	VMOVDQU32 s1, 64(DI) \
	VMOVDQU32 s2, 128(DI) \
	ADDQ R9, DI

#define START3(s0, s1, s2) \
	VMOVDQU32 Z28, s0 \
	VMOVDQU32 Z29, s1 \
	VMOVDQU32 Z30, s2

// func product48AVX512(acc *int32, a *uint8, w *int8, corr *int32, rows, k, stride int)
TEXT ·product48AVX512(SB), NOSPLIT, $0-56
	MOVQ acc+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ corr+24(FP), BX
	MOVQ rows+32(FP), CX
	MOVQ k+40(FP), R8
	MOVQ stride+48(FP), R9
	SHLQ $2, R9           // bytes from row to row of acc
	LEAQ (R8)(R8*2), R10
	MOVQ R8, R11
	SHLQ $4, R11          // bytes of a block of outputs
	VMOVDQU32 (BX), Z28
	VMOVDQU32 64(BX), Z29
	VMOVDQU32 128(BX), Z30

tile48:
	MOVQ SI, AX
	LEAQ (SI)(R8*4), R12
	MOVQ DX, R13
	MOVQ R8, BX
	SHRQ $2, BX
	START3(Z0, Z1, Z2)
	START3(Z3, Z4, Z5)
	START3(Z6, Z7, Z8)
	START3(Z9, Z10, Z11)
	START3(Z12, Z13, Z14)
	START3(Z15, Z16, Z17)
	START3(Z18, Z19, Z20)
	START3(Z21, Z22, Z23)

inputs48:
	VMOVDQU32 (R13), Z24
	VMOVDQU32 (R13)(R11*1), Z25
	VMOVDQU32 (R13)(R11*2), Z26
	VNNI3((AX), Z0, Z1, Z2)
	VNNI3((AX)(R8*1), Z3, Z4, Z5)
	VNNI3((AX)(R8*2), Z6, Z7, Z8)
	VNNI3((AX)(R10*1), Z9, Z10, Z11)
	VNNI3((R12), Z12, Z13, Z14)
	VNNI3((R12)(R8*1), Z15, Z16, Z17)
	VNNI3((R12)(R8*2), Z18, Z19, Z20)
	VNNI3((R12)(R10*1), Z21, Z22, Z23)
	ADDQ $4, AX
	ADDQ $4, R12
	ADDQ $64, R13
	DECQ BX
	JNZ  inputs48

	STORE3(Z0, Z1, Z2)
	STORE3(Z3, Z4, Z5)
	STORE3(Z6, Z7, Z8)
	STORE3(Z9, Z10, Z11)
	STORE3(Z12, Z13, Z14)
	STORE3(Z15, Z16, Z17)
	STORE3(Z18, Z19, Z20)
	STORE3(Z21, Z22, Z23)
	LEAQ (SI)(R8*8), SI
	SUBQ $8, CX
	JNZ  tile48
	VZEROUPPER
	RET

#define VNNI1(value, s) \
	VPBROADCASTD value, Z27 \
	VPDPBUSD Z24, Z27, s

#define STORE1(s) \
	VMOVDQU32 s, (DI) \
	ADDQ R9, DI

// func product16AVX512(acc *int32, a *uint8, w *int8, corr *int32, rows, k, stride int)
TEXT ·product16AVX512(SB), NOSPLIT, $0-56
	MOVQ acc+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ corr+24(FP), BX
	MOVQ rows+32(FP), CX
	MOVQ k+40(FP), R8
	MOVQ stride+48(FP), R9
	SHLQ $2, R9
	LEAQ (R8)(R8*2), R10
	VMOVDQU32 (BX), Z28

tile16:
	MOVQ SI, AX
	LEAQ (SI)(R8*4), R12
	MOVQ DX, R13
	MOVQ R8, BX
	SHRQ $2, BX
	VMOVDQU32 Z28, Z0
	VMOVDQU32 Z28, Z1
	VMOVDQU32 Z28, Z2
	VMOVDQU32 Z28, Z3
	VMOVDQU32 Z28, Z4
	VMOVDQU32 Z28, Z5
	VMOVDQU32 Z28, Z6
	VMOVDQU32 Z28, Z7

inputs16:
	VMOVDQU32 (R13), Z24
	VNNI1((AX), Z0)
	VNNI1((AX)(R8*1), Z1)
	VNNI1((AX)(R8*2), Z2)
	VNNI1((AX)(R10*1), Z3)
	VNNI1((R12), Z4)
	VNNI1((R12)(R8*1), Z5)
	VNNI1((R12)(R8*2), Z6)
	VNNI1((R12)(R10*1), Z7)
	ADDQ $4, AX
	ADDQ $4, R12
	ADDQ $64, R13
	DECQ BX
	JNZ  inputs16

	STORE1(Z0)
	STORE1(Z1)
	STORE1(Z2)
	STORE1(Z3)
	STORE1(Z4)
	STORE1(Z5)
	STORE1(Z6)
	STORE1(Z7)
	LEAQ (SI)(R8*8), SI
	SUBQ $8, CX
	JNZ  tile16
	VZEROUPPER
	RET

// MADD meets 4 values of a row with 16 outputs. Sums of two products fit 16 bits, since values have 7: nothing saturates.
#define MADD(value, low, high) \
	VPBROADCASTD value, Y10 \
	VPMADDUBSW Y8, Y10, Y11 \
	VPMADDUBSW Y9, Y10, Y12 \
	VPMADDWD Y15, Y11, Y11 \
	VPMADDWD Y15, Y12, Y12 \
	VPADDD Y11, low, low \
	VPADDD Y12, high, high

#define STORE2(low, high) \
	VMOVDQU low, (DI) \
	VMOVDQU high, 32(DI) \
	ADDQ R9, DI

// func product16AVX2(acc *int32, a *uint8, w *int8, corr *int32, rows, k, stride int)
TEXT ·product16AVX2(SB), NOSPLIT, $0-56
	MOVQ acc+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ corr+24(FP), R11
	MOVQ rows+32(FP), CX
	MOVQ k+40(FP), R8
	MOVQ stride+48(FP), R9
	SHLQ $2, R9
	LEAQ (R8)(R8*2), R10
	VPCMPEQW Y15, Y15, Y15
	VPSRLW $15, Y15, Y15   // ones

tile2:
	MOVQ SI, AX
	MOVQ DX, R13
	MOVQ R8, BX
	SHRQ $2, BX
	VMOVDQU (R11), Y0
	VMOVDQU 32(R11), Y1
	VMOVDQA Y0, Y2
	VMOVDQA Y1, Y3
	VMOVDQA Y0, Y4
	VMOVDQA Y1, Y5
	VMOVDQA Y0, Y6
	VMOVDQA Y1, Y7

inputs2:
	VMOVDQU (R13), Y8
	VMOVDQU 32(R13), Y9
	MADD((AX), Y0, Y1)
	MADD((AX)(R8*1), Y2, Y3)
	MADD((AX)(R8*2), Y4, Y5)
	MADD((AX)(R10*1), Y6, Y7)
	ADDQ $4, AX
	ADDQ $64, R13
	DECQ BX
	JNZ  inputs2

	STORE2(Y0, Y1)
	STORE2(Y2, Y3)
	STORE2(Y4, Y5)
	STORE2(Y6, Y7)
	LEAQ (SI)(R8*4), SI
	SUBQ $4, CX
	JNZ  tile2
	VZEROUPPER
	RET

// TERM adds the products of 4 values of a row with 8 outputs to their sums of 16 bits.
#define TERM(value, w, sums) \
	VPBROADCASTD value, Y14 \
	VPMADDUBSW w, Y14, Y14 \
	VPADDW Y14, sums, sums

// RUN2 meets 16 values of each of two rows with 8 outputs; two rows in turn keep more of the CPU's units at work. The sums of eight
// products fit 16 bits, see panel.
#define RUN2(v0, v1, v2, v3, u0, u1, u2, u3, s, t) \
	VPBROADCASTD v0, Y12 \
	VPBROADCASTD u0, Y13 \
	VPMADDUBSW Y8, Y12, Y12 \
	VPMADDUBSW Y8, Y13, Y13 \
	TERM(v1, Y9, Y12) \
	TERM(u1, Y9, Y13) \
	TERM(v2, Y10, Y12) \
	TERM(u2, Y10, Y13) \
	TERM(v3, Y11, Y12) \
	TERM(u3, Y11, Y13) \
	VPMADDWD Y15, Y12, Y12 \
	VPMADDWD Y15, Y13, Y13 \
	VPADDD Y12, s, s \
	VPADDD Y13, t, t

#define STORE(s) \
	VMOVDQU s, (DI) \
	ADDQ AX, DI

// func product8AVX2(acc *int32, a *uint8, w *int8, from *uint16, corr *int32, runs, rows, k, stride int)
TEXT ·product8AVX2(SB), NOSPLIT, $0-72
	MOVQ acc+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ k+56(FP), R8
	LEAQ (R8)(R8*2), R10
	LEAQ (R8)(R8*4), R11
	LEAQ (R10)(R8*4), R15
	VPCMPEQW Y15, Y15, Y15
	VPSRLW $15, Y15, Y15   // ones

tile8:
	MOVQ w+16(FP), DX
	MOVQ from+24(FP), R9
	MOVQ runs+40(FP), CX
	MOVQ corr+32(FP), AX
	VMOVDQU (AX), Y0
	VMOVDQA Y0, Y1
	VMOVDQA Y0, Y2
	VMOVDQA Y0, Y3
	VMOVDQA Y0, Y4
	VMOVDQA Y0, Y5
	VMOVDQA Y0, Y6
	VMOVDQA Y0, Y7

runs8:
	MOVWQZX (R9), AX
	MOVWQZX 2(R9), BX
	MOVWQZX 4(R9), R12
	MOVWQZX 6(R9), R13
	ADDQ SI, AX
	ADDQ SI, BX
	ADDQ SI, R12
	ADDQ SI, R13
	VMOVDQU (DX), Y8
	VMOVDQU 32(DX), Y9
	VMOVDQU 64(DX), Y10
	VMOVDQU 96(DX), Y11
	RUN2((AX), (BX), (R12), (R13), (AX)(R8*1), (BX)(R8*1), (R12)(R8*1), (R13)(R8*1), Y0, Y1)
	RUN2((AX)(R8*2), (BX)(R8*2), (R12)(R8*2), (R13)(R8*2), (AX)(R10*1), (BX)(R10*1), (R12)(R10*1), (R13)(R10*1), Y2, Y3)
	RUN2((AX)(R8*4), (BX)(R8*4), (R12)(R8*4), (R13)(R8*4), (AX)(R11*1), (BX)(R11*1), (R12)(R11*1), (R13)(R11*1), Y4, Y5)
	RUN2((AX)(R10*2), (BX)(R10*2), (R12)(R10*2), (R13)(R10*2), (AX)(R15*1), (BX)(R15*1), (R12)(R15*1), (R13)(R15*1), Y6, Y7)
	ADDQ $8, R9
	ADDQ $128, DX
	DECQ CX
	JNZ  runs8

	MOVQ stride+64(FP), AX
	SHLQ $2, AX
	STORE(Y0)
	STORE(Y1)
	STORE(Y2)
	STORE(Y3)
	STORE(Y4)
	STORE(Y5)
	STORE(Y6)
	STORE(Y7)
	LEAQ (SI)(R8*8), SI
	SUBQ $8, rows+48(FP)
	JNZ  tile8
	VZEROUPPER
	RET
