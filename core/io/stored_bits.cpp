#include "core/io/stored_bits.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace neuraxis::io {

namespace {

/// Calls `work` with a pointer to unsigned numbers of that many bytes.
template <class Work> void asNumbers(std::byte* numbers, int bytesEach, const Work& work) {
    switch (bytesEach) {
    case 1: return work(reinterpret_cast<std::uint8_t*>(numbers));
    case 2: return work(reinterpret_cast<std::uint16_t*>(numbers));
    case 4: return work(reinterpret_cast<std::uint32_t*>(numbers));
    }
}

/// Some writers leave a sign that reaches to the top, of numbers that need more bits than their header says. Where
/// all that lies above the stored bits is such a sign, and there is one, the numbers are what they are.
template <class T> bool isSignedThroughout(const T* numbers, std::size_t count, int bitsStored) {
    bool negative = false;
    constexpr int all = 8 * sizeof(T);
    const auto most = static_cast<T>((T(1) << (all - bitsStored)) - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const auto top = static_cast<T>(numbers[i] >> bitsStored);
        if (top != 0 && top != most) return false;
        negative = negative || top != 0;
    }
    return negative;
}

template <class T> void signFrom(T* numbers, std::size_t count, int down, int bits) {
    using Signed = std::make_signed_t<T>;
    const int spare = static_cast<int>(8 * sizeof(T)) - bits;
    for (std::size_t i = 0; i < count; ++i) {
        const auto up = static_cast<T>(static_cast<T>(numbers[i] >> down) << spare);
        numbers[i] = static_cast<T>(static_cast<Signed>(up) >> spare);
    }
}

} // namespace

void unpackBits(const PixelLayout& layout, const std::byte* from, int first, std::byte* to) {
    if (!layout.isRepacked()) {
        std::memcpy(to, from, layout.bytesPerFrame());
        return;
    }
    const auto bits = static_cast<std::size_t>(layout.bitsAllocated);
    const std::size_t count = layout.bytesPerFrame() / layout.bytesPerSample();
    asNumbers(to, static_cast<int>(layout.bytesPerSample()), [&]<class T>(T* numbers) {
        auto at = static_cast<std::size_t>(first);
        for (std::size_t i = 0; i < count; ++i) {
            T number = 0;
            for (std::size_t have = 0; have < bits;) {
                const std::size_t inByte = at % 8, take = std::min(8 - inByte, bits - have);
                const unsigned part = std::to_integer<unsigned>(from[at / 8]) >> inByte & ((1U << take) - 1);
                number = static_cast<T>(number | static_cast<T>(part) << have);
                have += take;
                at += take;
            }
            numbers[i] = number;
        }
    });
}

void normaliseBits(const PixelLayout& layout, std::byte* numbers) {
    const int width = static_cast<int>(layout.bytesPerSample());
    if (layout.bitsStored == 8 * width || layout.place.tag != 0x7fe00010) return;
    const std::size_t count = layout.bytesPerFrame() / static_cast<std::size_t>(width);
    const int down = layout.highBit + 1 - layout.bitsStored;
    asNumbers(numbers, width, [&]<class T>(T* n) {
        if (!layout.isSigned) {
            const auto mask = static_cast<T>((T(1) << layout.bitsStored) - 1);
            for (std::size_t i = 0; i < count; ++i) n[i] = static_cast<T>(n[i] >> down & mask);
        } else if (down > 0 || layout.isRepacked() || !isSignedThroughout(n, count, layout.bitsStored))
            signFrom(n, count, down, layout.bitsStored);
    });
}

void widenNumbers(const std::byte* from, int fromBytes, std::byte* to, int toBytes, std::size_t count, bool isSigned) {
    asNumbers(to, toBytes, [&]<class To>(To* wide) {
        asNumbers(const_cast<std::byte*>(from), fromBytes, [&]<class From>(const From* narrow) {
            for (std::size_t i = 0; i < count; ++i)
                wide[i] = isSigned ? static_cast<To>(static_cast<std::make_signed_t<From>>(narrow[i]))
                                   : static_cast<To>(narrow[i]);
        });
    });
}

void extendSign(std::byte* numbers, int bytesEach, std::size_t count, int bits) {
    if (bits < 8 * bytesEach) asNumbers(numbers, bytesEach, [&]<class T>(T* n) { signFrom(n, count, 0, bits); });
}

} // namespace neuraxis::io
