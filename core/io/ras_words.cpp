#include "core/io/ras_words.h"

namespace neuraxis::io {

Affine voxelToLps(const RasWords& words, const std::array<int, 3>& size) {
    Affine::Rows ras{};
    ras[3] = {0, 0, 0, 1};
    for (std::size_t r = 0; r < 3; ++r) {
        ras[r][3] = words.centre[r];
        for (std::size_t c = 0; c < 3; ++c) {
            ras[r][c] = words.directions[3 * c + r] * words.spacingMm[c];
            ras[r][3] -= ras[r][c] * size[c] / 2.0;
        }
    }
    return Affine::fromRas(ras);
}

RasWords rasWords(const Affine& voxelToLps, const std::array<int, 3>& size) {
    const Affine::Rows ras = voxelToLps.ras();
    RasWords words;
    words.spacingMm = voxelToLps.spacingMm();
    for (std::size_t r = 0; r < 3; ++r) {
        words.centre[r] = ras[r][3];
        for (std::size_t c = 0; c < 3; ++c) {
            words.directions[3 * c + r] = ras[r][c] / words.spacingMm[c];
            words.centre[r] += ras[r][c] * size[c] / 2.0;
        }
    }
    return words;
}

} // namespace neuraxis::io
