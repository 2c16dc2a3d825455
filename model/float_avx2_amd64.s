#include "textflag.h"

// The float steps for AVX2. Lanes 0 to 7 and 8 to 15 of the sums in kernel_generic.go are two registers here.

// PIECE gives the maxout of 8 outputs in v and keeps it where its first sums were, with t as scratch.
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
	VMAXPS v, t, v \
	VMOVUPS v, at(SI)

#define PIECE2(at) \
	PIECE(at, Y2, Y3) \
	VADDPS Y2, Y0, Y0 \
	PIECE(at+32, Y4, Y5) \
	VADDPS Y4, Y1, Y1

#define DEVIATION(at, v, t) \
	VMOVUPS at(SI), v \
	VSUBPS Y8, v, v \
	VMOVUPS v, at(SI) \
	VMULPS v, v, t

#define DEVIATION2(at) \
	DEVIATION(at, Y2, Y3) \
	VADDPS Y3, Y0, Y0 \
	DEVIATION(at+32, Y4, Y5) \
	VADDPS Y5, Y1, Y1

#define NORM(at, v) \
	VMULPS at(SI), Y8, v \
	VMULPS at(R10), v, v \
	VADDPS at(R11), v, v \
	VADDPS at(DI), v, v \
	VMOVUPS v, at(DI)

#define NORM4(at) \
	NORM(at, Y0) \
	NORM(at+32, Y1) \
	NORM(at+64, Y2) \
	NORM(at+96, Y3)

// SUM folds the lanes of Y0 and Y1 to one value in X0.
#define SUM \
	VADDPS Y1, Y0, Y0 \
	VEXTRACTF128 $1, Y0, X1 \
	VADDPS X1, X0, X0 \
	VPERMILPS $0x0E, X0, X1 \
	VADDPS X1, X0, X0 \
	VPERMILPS $0x01, X0, X1 \
	VADDSS X1, X0, X0

DATA part2<>+0(SB)/4, $0x3C000000 // 1/128
GLOBL part2<>(SB), RODATA|NOPTR, $4
DATA little2<>+0(SB)/4, $0x3727C5AC // 1e-5
GLOBL little2<>(SB), RODATA|NOPTR, $4
DATA one2<>+0(SB)/4, $0x3F800000
GLOBL one2<>(SB), RODATA|NOPTR, $4

// func maxoutAVX2(x *float32, acc *int32, scale, bias, gain, shift *float32, rows int)
TEXT ·maxoutAVX2(SB), NOSPLIT, $0-56
	MOVQ x+0(FP), DI
	MOVQ acc+8(FP), SI
	MOVQ scale+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ gain+32(FP), R10
	MOVQ shift+40(FP), R11
	MOVQ rows+48(FP), CX
	VMOVSS part2<>(SB), X12
	VMOVSS little2<>(SB), X13
	VMOVSS one2<>(SB), X14

row:
	PIECE(0, Y0, Y2)
	PIECE(32, Y1, Y3)
	PIECE2(64)
	PIECE2(128)
	PIECE2(192)
	PIECE2(256)
	PIECE2(320)
	PIECE2(384)
	PIECE2(448)
	SUM
	VMULSS X12, X0, X0
	VBROADCASTSS X0, Y8

	DEVIATION(0, Y2, Y0)
	DEVIATION(32, Y3, Y1)
	DEVIATION2(64)
	DEVIATION2(128)
	DEVIATION2(192)
	DEVIATION2(256)
	DEVIATION2(320)
	DEVIATION2(384)
	DEVIATION2(448)
	SUM
	VMULSS X12, X0, X0
	VADDSS X13, X0, X0
	VSQRTSS X0, X0, X0
	VDIVSS X0, X14, X0
	VBROADCASTSS X0, Y8

	NORM4(0)
	NORM4(128)
	NORM4(256)
	NORM4(384)
	ADDQ $512, DI
	ADDQ $1536, SI
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET

DATA order<>+0(SB)/4, $0
DATA order<>+4(SB)/4, $4
DATA order<>+8(SB)/4, $1
DATA order<>+12(SB)/4, $5
DATA order<>+16(SB)/4, $2
DATA order<>+20(SB)/4, $6
DATA order<>+24(SB)/4, $3
DATA order<>+28(SB)/4, $7
GLOBL order<>(SB), RODATA|NOPTR, $32

// WHOLE clamps and rounds v.
#define WHOLE(v) \
	VMAXPS Y5, v, v \
	VMINPS Y6, v, v \
	VCVTPS2DQ v, v \
	VPADDD Y7, v, v

// BYTES narrows Y0 to Y3, whose values fit a signed byte, to 32 bytes in Y0. Packing works within halves; Y8 puts that in order.
#define BYTES \
	VPACKSSDW Y1, Y0, Y0 \
	VPACKSSDW Y3, Y2, Y2 \
	VPACKSSWB Y2, Y0, Y0 \
	VPERMD Y0, Y8, Y0

// func quantiseAVX2(q *uint8, x *float32, n int, inverse, low, high float32, zero int32)
TEXT ·quantiseAVX2(SB), NOSPLIT, $0-40
	MOVQ q+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS inverse+24(FP), Y4
	VBROADCASTSS low+28(FP), Y5
	VBROADCASTSS high+32(FP), Y6
	VBROADCASTSS zero+36(FP), Y7
	VMOVDQU order<>(SB), Y8

some:
	VMULPS (SI), Y4, Y0
	VMULPS 32(SI), Y4, Y1
	VMULPS 64(SI), Y4, Y2
	VMULPS 96(SI), Y4, Y3
	WHOLE(Y0)
	WHOLE(Y1)
	WHOLE(Y2)
	WHOLE(Y3)
	BYTES
	VMOVDQU Y0, (DI)
	ADDQ $128, SI
	ADDQ $32, DI
	SUBQ $32, CX
	JNZ  some
	VZEROUPPER
	RET

// func affineAVX2(y *float32, acc *int32, scale, bias *float32, rows, n int)
TEXT ·affineAVX2(SB), NOSPLIT, $0-48
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
	VCVTDQ2PS (SI)(AX*1), Y0
	VMULPS (R8)(AX*1), Y0, Y0
	VADDPS (R9)(AX*1), Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ $32, AX
	CMPQ AX, DX
	JNE  outputs
	ADDQ DX, SI
	ADDQ DX, DI
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET

#define SUM3(at, v) \
	VMOVUPS at(SI), v \
	VADDPS at(R8), v, v \
	VADDPS at(R9), v, v \
	VMULPS Y4, v, v \
	WHOLE(v)

#define SUM3BYTES(at) \
	SUM3(4*at, Y0) \
	SUM3(4*at+32, Y1) \
	SUM3(4*at+64, Y2) \
	SUM3(4*at+96, Y3) \
	BYTES \
	VMOVDQU Y0, at(DI)

// func sum3AVX2(q *uint8, a, b, d *float32, inverse float32)
TEXT ·sum3AVX2(SB), NOSPLIT, $0-36
	MOVQ q+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), R8
	MOVQ d+24(FP), R9
	VBROADCASTSS inverse+32(FP), Y4
	VPXOR Y5, Y5, Y5
	MOVL $0x42FE0000, AX // 127
	VMOVD AX, X6
	VPBROADCASTD X6, Y6
	VPXOR Y7, Y7, Y7
	VMOVDQU order<>(SB), Y8
	SUM3BYTES(0)
	SUM3BYTES(32)
	SUM3BYTES(64)
	SUM3BYTES(96)
	VZEROUPPER
	RET

DATA count2<>+0(SB)/4, $0
DATA count2<>+4(SB)/4, $1
DATA count2<>+8(SB)/4, $2
DATA count2<>+12(SB)/4, $3
DATA count2<>+16(SB)/4, $4
DATA count2<>+20(SB)/4, $5
DATA count2<>+24(SB)/4, $6
DATA count2<>+28(SB)/4, $7
GLOBL count2<>(SB), RODATA|NOPTR, $32

// func argmaxAVX2(best *uint16, acc *int32, scale, bias *float32, rows, n int)
TEXT ·argmaxAVX2(SB), NOSPLIT, $0-48
	MOVQ best+0(FP), DI
	MOVQ acc+8(FP), SI
	MOVQ scale+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ rows+32(FP), CX
	MOVQ n+40(FP), DX
	SHLQ $2, DX
	VMOVDQU count2<>(SB), Y8
	MOVL $8, AX
	VMOVD AX, X9
	VPBROADCASTD X9, Y9
	MOVL $0xFF800000, AX
	VMOVD AX, X10
	VPBROADCASTD X10, Y10 // -Inf
	MOVL $0x7FFFFFFF, AX
	VMOVD AX, X11
	VPBROADCASTD X11, Y11

row:
	XORQ AX, AX
	VMOVAPS Y10, Y1       // the greatest in each lane
	VMOVDQA Y8, Y2        // where it was
	VMOVDQA Y8, Y3        // where we are

outputs:
	VCVTDQ2PS (SI)(AX*1), Y0
	VMULPS (R8)(AX*1), Y0, Y0
	VADDPS (R9)(AX*1), Y0, Y0
	VCMPPS $0x1E, Y1, Y0, Y4 // greater
	VBLENDVPS Y4, Y0, Y1, Y1
	VBLENDVPS Y4, Y3, Y2, Y2
	VPADDD Y9, Y3, Y3
	ADDQ $32, AX
	CMPQ AX, DX
	JNE  outputs

	// The greatest of all lanes in every lane of Y4.
	VPERM2F128 $0x01, Y1, Y1, Y4
	VMAXPS Y1, Y4, Y4
	VPERMILPS $0x4E, Y4, Y5
	VMAXPS Y4, Y5, Y4
	VPERMILPS $0xB1, Y4, Y5
	VMAXPS Y4, Y5, Y4

	// The lowest place among the lanes that hold it.
	VCMPPS $0x00, Y4, Y1, Y4
	VBLENDVPS Y4, Y2, Y11, Y4
	VPERM2I128 $0x01, Y4, Y4, Y5
	VPMINSD Y4, Y5, Y4
	VPSHUFD $0x4E, Y4, Y5
	VPMINSD Y4, Y5, Y4
	VPSHUFD $0xB1, Y4, Y5
	VPMINSD Y4, Y5, Y4
	VMOVD X4, AX
	MOVW AX, (DI)
	ADDQ $2, DI
	ADDQ DX, SI
	DECQ CX
	JNZ  row
	VZEROUPPER
	RET
