#include "textflag.h"

// The float steps for AVX-512, 16 values at a time. The order of every sum is that of kernel_generic.go. No multiplication is fused
// with an addition.

// PIECE gives the maxout of 16 outputs: registers v, with t as scratch. VMAXPS gives its second operand unless the first is greater.
#define PIECE(at, v, t) \
	VCVTDQ2PS at(SI), v \
	VMULPS at(R8), v, v \
	VADDPS at(R9), v, v \
	VCVTDQ2PS at+512(SI), t \
	VMULPS at+512(R8), t, t \
	VADDPS at+512(R9), t, t \
	VMAXPS v, t, v \
	VCVTDQ2PS at+1024(SI), t \
	VMULPS at+1024(R8), t, t \
	VADDPS at+1024(R9), t, t \
	VMAXPS v, t, v

#define DEVIATION(v, t) \
	VSUBPS Z18, v, v \
	VMULPS v, v, t

#define NORM(at, v) \
	VMULPS Z18, v, v \
	VMULPS at(R10), v, v \
	VADDPS at(R11), v, v \
	VADDPS at(DI), v, v \
	VMOVUPS v, at(DI)

// SUM folds Y8 (after the halves of a Z were added) to one value in X8: halves, quarters, the last two.
#define SUM \
	VEXTRACTF64X4 $1, Z8, Y9 \
	VADDPS Y9, Y8, Y8 \
	VEXTRACTF128 $1, Y8, X9 \
	VADDPS X9, X8, X8 \
	VPERMILPS $0x0E, X8, X9 \
	VADDPS X9, X8, X8 \
	VPERMILPS $0x01, X8, X9 \
	VADDSS X9, X8, X8

DATA part<>+0(SB)/4, $0x3C000000 // 1/128
GLOBL part<>(SB), RODATA|NOPTR, $4
DATA little<>+0(SB)/4, $0x3727C5AC // 1e-5
GLOBL little<>(SB), RODATA|NOPTR, $4
DATA one<>+0(SB)/4, $0x3F800000
GLOBL one<>(SB), RODATA|NOPTR, $4

// func maxoutAVX512(x *float32, acc *int32, scale, bias, gain, shift *float32, rows int)
TEXT ·maxoutAVX512(SB), NOSPLIT, $0-56
	MOVQ x+0(FP), DI
	MOVQ acc+8(FP), SI
	MOVQ scale+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ gain+32(FP), R10
	MOVQ shift+40(FP), R11
	MOVQ rows+48(FP), CX
	VMOVSS part<>(SB), X20
	VMOVSS little<>(SB), X21
	VMOVSS one<>(SB), X22

row:
	PIECE(0, Z0, Z10)
	PIECE(64, Z1, Z11)
	PIECE(128, Z2, Z12)
	PIECE(192, Z3, Z13)
	PIECE(256, Z4, Z10)
	PIECE(320, Z5, Z11)
	PIECE(384, Z6, Z12)
	PIECE(448, Z7, Z13)

	VADDPS Z1, Z0, Z8
	VADDPS Z2, Z8, Z8
	VADDPS Z3, Z8, Z8
	VADDPS Z4, Z8, Z8
	VADDPS Z5, Z8, Z8
	VADDPS Z6, Z8, Z8
	VADDPS Z7, Z8, Z8
	SUM
	VMULSS X20, X8, X8
	VBROADCASTSS X8, Z18

	DEVIATION(Z0, Z8)
	DEVIATION(Z1, Z9)
	VADDPS Z9, Z8, Z8
	DEVIATION(Z2, Z10)
	VADDPS Z10, Z8, Z8
	DEVIATION(Z3, Z11)
	VADDPS Z11, Z8, Z8
	DEVIATION(Z4, Z12)
	VADDPS Z12, Z8, Z8
	DEVIATION(Z5, Z13)
	VADDPS Z13, Z8, Z8
	DEVIATION(Z6, Z14)
	VADDPS Z14, Z8, Z8
	DEVIATION(Z7, Z15)
	VADDPS Z15, Z8, Z8
	SUM
	VMULSS X20, X8, X8
	VADDSS X21, X8, X8
	VSQRTSS X8, X8, X8
	VDIVSS X8, X22, X8
	VBROADCASTSS X8, Z18

	NORM(0, Z0)
	NORM(64, Z1)
	NORM(128, Z2)
	NORM(192, Z3)
	NORM(256, Z4)
	NORM(320, Z5)
	NORM(384, Z6)
	NORM(448, Z7)

	ADDQ $512, DI
	ADDQ $1536, SI
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET

// func quantiseAVX512(q *uint8, x *float32, n int, inverse, low, high float32, zero int32)
TEXT ·quantiseAVX512(SB), NOSPLIT, $0-40
	MOVQ q+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS inverse+24(FP), Z4
	VBROADCASTSS low+28(FP), Z5
	VBROADCASTSS high+32(FP), Z6
	VBROADCASTSS zero+36(FP), Z7

some:
	VMULPS (SI), Z4, Z0
	VMULPS 64(SI), Z4, Z1
	VMULPS 128(SI), Z4, Z2
	VMULPS 192(SI), Z4, Z3
	VMAXPS Z5, Z0, Z0
	VMAXPS Z5, Z1, Z1
	VMAXPS Z5, Z2, Z2
	VMAXPS Z5, Z3, Z3
	VMINPS Z6, Z0, Z0
	VMINPS Z6, Z1, Z1
	VMINPS Z6, Z2, Z2
	VMINPS Z6, Z3, Z3
	VCVTPS2DQ Z0, Z0
	VCVTPS2DQ Z1, Z1
	VCVTPS2DQ Z2, Z2
	VCVTPS2DQ Z3, Z3
	VPADDD Z7, Z0, Z0
	VPADDD Z7, Z1, Z1
	VPADDD Z7, Z2, Z2
	VPADDD Z7, Z3, Z3
	VPMOVDB Z0, (DI)
	VPMOVDB Z1, 16(DI)
	VPMOVDB Z2, 32(DI)
	VPMOVDB Z3, 48(DI)
	ADDQ $256, SI
	ADDQ $64, DI
	SUBQ $64, CX
	JNZ  some
	VZEROUPPER
	RET

// func affineAVX512(y *float32, acc *int32, scale, bias *float32, rows, n int)
TEXT ·affineAVX512(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ acc+8(FP), SI
	MOVQ scale+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ rows+32(FP), CX
	MOVQ n+40(FP), DX
	SHLQ $2, DX

row:
	XORQ AX, AX

outputs:
	VCVTDQ2PS (SI)(AX*1), Z0
	VMULPS (R8)(AX*1), Z0, Z0
	VADDPS (R9)(AX*1), Z0, Z0
	VMOVUPS Z0, (DI)(AX*1)
	ADDQ $64, AX
	CMPQ AX, DX
	JNE  outputs
	ADDQ DX, SI
	ADDQ DX, DI
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET

#define SUM3(at) \
	VMOVUPS 4*at(SI), Z0 \
	VADDPS 4*at(R8), Z0, Z0 \
	VADDPS 4*at(R9), Z0, Z0 \
	VMULPS Z4, Z0, Z0 \
	VMAXPS Z5, Z0, Z0 \
	VMINPS Z6, Z0, Z0 \
	VCVTPS2DQ Z0, Z0 \
	VPMOVDB Z0, at(DI)

// func sum3AVX512(q *uint8, a, b, d *float32, inverse float32)
TEXT ·sum3AVX512(SB), NOSPLIT, $0-36
	MOVQ q+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), R8
	MOVQ d+24(FP), R9
	VBROADCASTSS inverse+32(FP), Z4
	VPXORD Z5, Z5, Z5
	MOVL $0x42FE0000, AX // 127
	VPBROADCASTD AX, Z6
	SUM3(0)
	SUM3(16)
	SUM3(32)
	SUM3(48)
	SUM3(64)
	SUM3(80)
	SUM3(96)
	SUM3(112)
	VZEROUPPER
	RET

DATA count<>+0(SB)/4, $0
DATA count<>+4(SB)/4, $1
DATA count<>+8(SB)/4, $2
DATA count<>+12(SB)/4, $3
DATA count<>+16(SB)/4, $4
DATA count<>+20(SB)/4, $5
DATA count<>+24(SB)/4, $6
DATA count<>+28(SB)/4, $7
DATA count<>+32(SB)/4, $8
DATA count<>+36(SB)/4, $9
DATA count<>+40(SB)/4, $10
DATA count<>+44(SB)/4, $11
DATA count<>+48(SB)/4, $12
DATA count<>+52(SB)/4, $13
DATA count<>+56(SB)/4, $14
DATA count<>+60(SB)/4, $15
GLOBL count<>(SB), RODATA|NOPTR, $64

// func argmaxAVX512(best *uint16, acc *int32, scale, bias *float32, rows, n int)
TEXT ·argmaxAVX512(SB), NOSPLIT, $0-48
	MOVQ best+0(FP), DI
	MOVQ acc+8(FP), SI
	MOVQ scale+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ rows+32(FP), CX
	MOVQ n+40(FP), DX
	SHLQ $2, DX
	VMOVDQU32 count<>(SB), Z8
	MOVL $16, AX
	VPBROADCASTD AX, Z9
	MOVL $0xFF800000, AX
	VPBROADCASTD AX, Z10  // -Inf
	MOVL $0x7FFFFFFF, AX
	VPBROADCASTD AX, Z11

row:
	XORQ AX, AX
	VMOVAPS Z10, Z1       // the greatest in each lane
	VMOVDQA32 Z8, Z2      // where it was
	VMOVDQA32 Z8, Z3      // where we are

outputs:
	VCVTDQ2PS (SI)(AX*1), Z0
	VMULPS (R8)(AX*1), Z0, Z0
	VADDPS (R9)(AX*1), Z0, Z0
	VCMPPS $0x1E, Z1, Z0, K1 // greater
	VMOVAPS Z0, K1, Z1
	VMOVDQA32 Z3, K1, Z2
	VPADDD Z9, Z3, Z3
	ADDQ $64, AX
	CMPQ AX, DX
	JNE  outputs

	// The greatest of all lanes in every lane of Z4.
	VSHUFF32X4 $0x4E, Z1, Z1, Z4
	VMAXPS Z1, Z4, Z4
	VSHUFF32X4 $0xB1, Z4, Z4, Z5
	VMAXPS Z4, Z5, Z4
	VPERMILPS $0x4E, Z4, Z5
	VMAXPS Z4, Z5, Z4
	VPERMILPS $0xB1, Z4, Z5
	VMAXPS Z4, Z5, Z4

	// The lowest place among the lanes that hold it.
	VCMPPS $0x00, Z4, Z1, K1
	VMOVDQA32 Z11, Z4
	VMOVDQA32 Z2, K1, Z4
	VSHUFI32X4 $0x4E, Z4, Z4, Z5
	VPMINSD Z4, Z5, Z4
	VSHUFI32X4 $0xB1, Z4, Z4, Z5
	VPMINSD Z4, Z5, Z4
	VPSHUFD $0x4E, Z4, Z5
	VPMINSD Z4, Z5, Z4
	VPSHUFD $0xB1, Z4, Z5
	VPMINSD Z4, Z5, Z4
	VMOVD X4, AX
	MOVW AX, (DI)
	ADDQ $2, DI
	ADDQ DX, SI
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET
