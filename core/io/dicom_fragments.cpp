#include "core/io/byte_order.h"
#include "core/io/dicom_codestream.h"
#include "core/io/dicom_pixels.h"

#include <algorithm>

namespace neuraxis::io {

namespace {

/// The fragments of encapsulated pixel data, without the offset table before them.
Fragments split(QByteArrayView encapsulated, std::vector<quint64>& offsets) {
    Fragments fragments;
    const auto load = [&](qsizetype at) { return loadNumber<quint32>(encapsulated.data() + at, false); };
    bool first = true;
    for (qsizetype at = 0; at + 8 <= encapsulated.size();) {
        const quint32 tag = load(at), length = load(at + 4);
        at += 8;
        if (tag != 0xe000fffe || length > encapsulated.size() - at) break; // (FFFE,E000) as it lies in the file
        if (first)
            for (quint32 i = 0; i + 4 <= length; i += 4) offsets.push_back(load(at + i));
        else
            fragments.push_back(encapsulated.sliced(at, length));
        first = false;
        at += length;
    }
    return fragments;
}

/// PS3.5 annex G: how many streams, and that the first comes right behind this table of 64 bytes.
bool beginsRle(QByteArrayView bytes) {
    return bytes.size() >= 64 && loadNumber<quint32>(bytes.data(), false) - 1 < 15 &&
           loadNumber<quint32>(bytes.data() + 4, false) == 64;
}

using Frames = std::vector<Fragments>;

bool isWhole(const Frames& frames) {
    return std::none_of(frames.begin(), frames.end(), [](const Fragments& f) { return f.empty(); });
}

/// By where each frame's first fragment begins, counted from the first fragment's item.
Frames byOffset(const Fragments& all, const std::vector<quint64>& offsets, std::size_t count) {
    Frames frames(count);
    std::size_t frame = 0; // after the one the last fragment belongs to
    for (const QByteArrayView& fragment : all) {
        const auto at = static_cast<quint64>(fragment.data() - all.front().data());
        while (frame < count && offsets[frame] <= at) ++frame;
        if (frame > 0) frames[frame - 1].push_back(fragment);
    }
    return frames;
}

/// A new frame where a fragment begins as compressed pictures do; with every fragment when none does.
Frames byBeginning(const PixelLayout& layout, const Fragments& all) {
    const bool rle = layout.transferSyntax == "1.2.840.10008.1.2.5";
    Frames frames(static_cast<std::size_t>(layout.frames));
    const auto begins = rle ? beginsRle : beginsCodestream;
    const bool told = std::any_of(all.begin(), all.end(), begins);
    std::size_t frame = 0;
    for (const QByteArrayView& fragment : all) {
        if (!told || begins(fragment)) ++frame;
        if (frame > 0 && frame <= frames.size()) frames[frame - 1].push_back(fragment);
    }
    return frames;
}

} // namespace

std::vector<Fragments> splitFrames(const PixelLayout& layout, QByteArrayView encapsulated) {
    std::vector<quint64> offsets;
    const Fragments all = split(encapsulated, offsets);
    const auto count = static_cast<std::size_t>(layout.frames);
    if (count == 1) return {all};
    if (all.size() == count) {
        Frames frames(count);
        for (std::size_t i = 0; i < count; ++i) frames[i] = {all[i]};
        return frames;
    }
    for (const auto& table : {layout.frameOffsets, offsets})
        if (table.size() == count && !all.empty())
            if (Frames frames = byOffset(all, table, count); isWhole(frames)) return frames;
    return byBeginning(layout, all);
}

} // namespace neuraxis::io
