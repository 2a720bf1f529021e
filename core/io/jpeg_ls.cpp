#include "core/io/jpeg_ls.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

namespace neuraxis::io {

namespace {

/// Bits of a scan, the highest first. Behind a byte FF only seven of the next count; a marker ends them (A.1).
class ScanBits {
  public:
    explicit ScanBits(QByteArrayView bytes) : bytes(bytes) {}

    bool exhausted = false;

    std::uint32_t read(int count) {
        if (held < count) fill();
        if (held < count) {
            exhausted = true;
            return 0;
        }
        held -= count;
        return static_cast<std::uint32_t>(cache >> held & ((std::uint64_t(1) << count) - 1));
    }
    /// How many zeros come before the next one, which is read too; no more than `most`.
    int zeros(int most) {
        int count = 0;
        while (count < most && read(1) == 0 && !exhausted) ++count;
        return count;
    }

  private:
    void fill() {
        while (held <= 56 && at < bytes.size()) {
            const auto byte = static_cast<std::uint8_t>(bytes[at]);
            const bool ends = byte == 0xff && (at + 1 >= bytes.size() || bytes[at + 1] & 0x80);
            if (ends) return;
            const int bits = afterFf ? 7 : 8;
            cache = cache << bits | byte;
            held += bits;
            afterFf = byte == 0xff;
            ++at;
        }
    }

    QByteArrayView bytes;
    qsizetype at = 0;
    std::uint64_t cache = 0;
    int held = 0;
    bool afterFf = false;
};

/// What a stream's segments say of its samples (C.2.4.1). 0: as the standard has it.
struct Presets {
    int greatest = 0, t1 = 0, t2 = 0, t3 = 0, reset = 0;
};

constexpr std::array<std::uint8_t, 32> runOrders{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,  2,  3,  3,  3,  3,
                                                 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15}; // J, A.2.1

/// One line of a component with a place more on either side.
using Line = std::vector<int>;
struct Component {
    Line before, now;
};

/// Decodes the lines of one scan (annex A; names of variables are the standard's).
class ScanDecoder {
  public:
    ScanDecoder(QByteArrayView bytes, const Presets& presets, int bits, int nearness)
        : bits(bytes), NEAR(nearness), MAXVAL(presets.greatest ? presets.greatest : (1 << bits) - 1),
          step(2 * nearness + 1), RANGE((MAXVAL + 2 * NEAR) / step + 1),
          qbpp(std::bit_width(static_cast<unsigned>(RANGE - 1))),
          LIMIT(2 * (std::max(2, static_cast<int>(std::bit_width(static_cast<unsigned>(MAXVAL)))) +
                     std::max(8, static_cast<int>(std::bit_width(static_cast<unsigned>(MAXVAL)))))),
          RESET(presets.reset ? presets.reset : 64) {
        setThresholds(presets);
        contexts.fill({std::max(2, (RANGE + 32) / 64), 0, 0, 1});
        runContexts.fill({std::max(2, (RANGE + 32) / 64), 1, 0});
    }

    /// One line of components that lie sample beside sample, or of one. False when the stream is damaged.
    bool readLine(std::span<Component*> components, int columns, int& runIndex) {
        for (Component* c : components) {
            c->before[static_cast<std::size_t>(columns) + 1] = c->before[static_cast<std::size_t>(columns)];
            c->now[0] = c->before[1];
        }
        for (int x = 1; x <= columns;) {
            bool run = true;
            for (std::size_t i = 0; i < components.size(); ++i) {
                gradients[i] = gradient(*components[i], static_cast<std::size_t>(x));
                run = run && gradients[i] == 0;
            }
            if (run) {
                if (!readRun(components, columns, x, runIndex)) return false;
                continue;
            }
            for (std::size_t i = 0; i < components.size(); ++i)
                if (!readSample(*components[i], static_cast<std::size_t>(x), gradients[i])) return false;
            ++x;
        }
        return !bits.exhausted;
    }

  private:
    struct Context {
        int A, B, C, N;
    };
    struct RunContext {
        int A, N, Nn;
    };

    void setThresholds(const Presets& p) { // C.2.4.1.1.1
        const auto clamped = [&](int value, int least) { return value > MAXVAL || value < least ? least : value; };
        int basic[3];
        if (MAXVAL >= 128) {
            const int factor = (std::min(MAXVAL, 4095) + 128) / 256;
            basic[0] = factor + 2 + 3 * NEAR;
            basic[1] = factor * 4 + 3 + 5 * NEAR;
            basic[2] = factor * 17 + 4 + 7 * NEAR;
        } else {
            const int factor = 256 / (MAXVAL + 1);
            basic[0] = std::max(2, 3 / factor + 3 * NEAR);
            basic[1] = std::max(3, 7 / factor + 5 * NEAR);
            basic[2] = std::max(4, 21 / factor + 7 * NEAR);
        }
        T1 = p.t1 ? p.t1 : clamped(basic[0], NEAR + 1);
        T2 = p.t2 ? p.t2 : clamped(basic[1], T1);
        T3 = p.t3 ? p.t3 : clamped(basic[2], T2);
    }

    int quantised(int d) const { // A.3.3
        if (d < 0) return d <= -T3 ? -4 : d <= -T2 ? -3 : d <= -T1 ? -2 : d < -NEAR ? -1 : 0;
        return d >= T3 ? 4 : d >= T2 ? 3 : d >= T1 ? 2 : d > NEAR ? 1 : 0;
    }
    /// The three local gradients as one number, negative where the first that is not 0 is.
    int gradient(const Component& c, std::size_t x) const {
        const int a = c.now[x - 1], b = c.before[x], upperLeft = c.before[x - 1], d = c.before[x + 1];
        return 81 * quantised(d - b) + 9 * quantised(b - upperLeft) + quantised(upperLeft - a);
    }

    /// A number in limited Golomb code (A.5.3).
    int golomb(int k, int limit) {
        const int most = limit - qbpp - 1, count = bits.zeros(most);
        if (count < most) return count << k | static_cast<int>(bits.read(k));
        // The one behind the zeros
        if (bits.read(1) == 0) bits.exhausted = true;
        return static_cast<int>(bits.read(qbpp)) + 1;
    }

    int reconstructed(int predicted, int error) const { // A.4.5, A.8
        int value = predicted + error * step;
        if (value < -NEAR)
            value += RANGE * step;
        else if (value > MAXVAL + NEAR)
            value -= RANGE * step;
        return std::clamp(value, 0, MAXVAL);
    }

    bool readSample(Component& component, std::size_t x, int signedContext) {
        const int a = component.now[x - 1], b = component.before[x], upperLeft = component.before[x - 1];
        const int sign = signedContext < 0 ? -1 : 1;
        Context& c = contexts[static_cast<std::size_t>(std::abs(signedContext))];
        int predicted = upperLeft >= std::max(a, b)   ? std::min(a, b)
                        : upperLeft <= std::min(a, b) ? std::max(a, b)
                                                      : a + b - upperLeft;
        predicted = std::clamp(predicted + sign * c.C, 0, MAXVAL);
        int k = 0;
        while (c.N << k < c.A) ++k;
        if (k > 16) return false;
        const int mapped = golomb(k, LIMIT);
        const bool turned = NEAR == 0 && k == 0 && 2 * c.B <= -c.N; // A.5.2
        const int error = turned ? (mapped % 2 ? (mapped - 1) / 2 : -(mapped / 2) - 1)
                                 : (mapped % 2 ? -(mapped + 1) / 2 : mapped / 2);
        if (std::abs(error) > RANGE) return false;
        c.A += std::abs(error); // A.6
        c.B += error * step;
        if (c.N == RESET) {
            c.A >>= 1;
            c.B >>= 1;
            c.N >>= 1;
        }
        ++c.N;
        if (c.B <= -c.N) {
            c.C = std::max(c.C - 1, -128);
            c.B = std::max(c.B + c.N, -c.N + 1);
        } else if (c.B > 0) {
            c.C = std::min(c.C + 1, 127);
            c.B = std::min(c.B - c.N, 0);
        }
        component.now[x] = reconstructed(predicted, sign * error);
        return true;
    }

    /// Like samples up to the line's end or to one that differs, which is read too (A.7).
    bool readRun(std::span<Component*> components, int columns, int& x, int& runIndex) {
        const int left = columns - x + 1;
        int length = 0;
        while (length < left && bits.read(1) == 1) {
            const int full = 1 << runOrders[static_cast<std::size_t>(runIndex)];
            length += full;
            if (length <= left && runIndex < 31) ++runIndex;
        }
        const bool toTheEnd = length >= left;
        if (toTheEnd)
            length = left;
        else
            length += static_cast<int>(bits.read(runOrders[static_cast<std::size_t>(runIndex)]));
        if (bits.exhausted || length > left || (!toTheEnd && length == left)) return false;
        for (Component* c : components)
            std::fill_n(c->now.begin() + x, length, c->now[static_cast<std::size_t>(x) - 1]);
        x += length;
        if (toTheEnd) return true;
        for (Component* c : components) {
            const int a = c->now[static_cast<std::size_t>(x) - 1], b = c->before[static_cast<std::size_t>(x)];
            // Sample beside sample, the one difference among several is not told apart.
            const bool like = components.size() == 1 && std::abs(a - b) <= NEAR;
            int error = 0;
            if (!readInterruption(like, runIndex, error)) return false;
            c->now[static_cast<std::size_t>(x)] =
                like ? reconstructed(a, error) : reconstructed(b, b >= a ? error : -error);
        }
        ++x;
        runIndex = std::max(runIndex - 1, 0);
        return true;
    }

    bool readInterruption(bool like, int runIndex, int& error) { // A.7.2
        RunContext& c = runContexts[like ? 1 : 0];
        const int type = like ? 1 : 0, temp = c.A + (like ? c.N / 2 : 0);
        int k = 0;
        while (c.N << k < temp) ++k;
        if (k > 16) return false;
        const int coded = golomb(k, LIMIT - runOrders[static_cast<std::size_t>(runIndex)] - 1);
        const int both = coded + type;
        const bool odd = both % 2;
        const int size = (both + 1) / 2;
        error = (k != 0 || 2 * c.Nn >= c.N) == odd ? -size : size;
        if (size > RANGE) return false;
        if (error < 0) ++c.Nn;
        c.A += (coded + 1 - type) / 2;
        if (c.N == RESET) {
            c.A >>= 1;
            c.N >>= 1;
            c.Nn >>= 1;
        }
        ++c.N;
        return true;
    }

    ScanBits bits;
    int NEAR, MAXVAL, step, RANGE, qbpp, LIMIT, RESET, T1 = 0, T2 = 0, T3 = 0;
    std::array<Context, 365> contexts{};
    std::array<RunContext, 2> runContexts{};
    std::array<int, 4> gradients{};
};

/// A stream's segments and scans (annex C), put into samples side by side.
class Stream {
  public:
    Stream(QByteArrayView bytes, int columns, int rows, int samples, int bytesEach, std::byte* to)
        : bytes(bytes), columns(columns), rows(rows), samples(samples), bytesEach(bytesEach), to(to) {}

    bool decode() {
        for (qsizetype at = 2; at + 4 <= bytes.size();) {
            if (byte(at) != 0xff || byte(at + 1) < 0x80) { // the rest of a scan
                ++at;
                continue;
            }
            const int marker = byte(at + 1);
            if (marker == 0xff) {
                ++at;
                continue;
            }
            if (marker == 0xd9) break;
            const int length = number(at + 2);
            if (length < 2 || at + 2 + length > bytes.size()) return false;
            const qsizetype inside = at + 4, end = at + 2 + length;
            if (marker == 0xf7 && !readFrame(inside, end)) return false;
            if (marker == 0xf8 && !readPresets(inside, end)) return false;
            if (marker == 0xdd) return false; // restart intervals
            if (marker == 0xe8 && end - inside >= 5 && bytes.sliced(inside, 4) == QByteArrayView("mrfx", 4) &&
                byte(inside + 4) != 0)
                return false; // a colour model of HP's
            if (marker == 0xda) {
                if (!readScan(inside, end)) return false;
                if (decoded == samples) return true;
            }
            at = end;
        }
        return false;
    }

  private:
    int byte(qsizetype at) const { return static_cast<std::uint8_t>(bytes[at]); }
    int number(qsizetype at) const { return byte(at) << 8 | byte(at + 1); }

    bool readFrame(qsizetype at, qsizetype end) {
        if (end - at < 6 + 3 * samples) return false;
        bits = byte(at);
        return bits >= 2 && bits <= 8 * bytesEach && number(at + 1) == rows && number(at + 3) == columns &&
               byte(at + 5) == samples;
    }

    bool readPresets(qsizetype at, qsizetype end) {
        if (end - at < 11 || byte(at) != 1) return false;
        presets = {number(at + 1), number(at + 3), number(at + 5), number(at + 7), number(at + 9)};
        return true;
    }

    bool readScan(qsizetype at, qsizetype end) {
        const int count = byte(at);
        if (bits == 0 || count < 1 || decoded + count > samples || end - at != 4 + 2 * count) return false;
        for (int c = 0; c < count; ++c)
            if (byte(at + 2 + 2 * c) != 0) return false; // a mapping table
        const int nearness = byte(end - 3), interleaving = byte(end - 2), shift = byte(end - 1);
        const int greatest = presets.greatest ? presets.greatest : (1 << bits) - 1;
        if (shift != 0 || greatest >= 1 << bits || nearness > greatest / 2 || interleaving > 2 ||
            (interleaving == 0) != (count == 1))
            return false;
        ScanDecoder decoder(bytes.sliced(end), presets, bits, nearness);
        std::vector<Component> components(static_cast<std::size_t>(count));
        std::vector<Component*> all;
        std::vector<int> runIndices(static_cast<std::size_t>(count));
        for (Component& c : components) {
            c.before.assign(static_cast<std::size_t>(columns) + 2, 0);
            c.now = c.before;
            all.push_back(&c);
        }
        for (int y = 0; y < rows; ++y) {
            const bool together = interleaving == 2;
            for (std::size_t i = 0; i < (together ? 1 : all.size()); ++i)
                if (!decoder.readLine(together ? std::span(all) : std::span(all).subspan(i, 1), columns, runIndices[i]))
                    return false;
            for (int c = 0; c < count; ++c) {
                Component& component = components[static_cast<std::size_t>(c)];
                store(component.now, y, decoded + c);
                std::swap(component.before, component.now);
            }
        }
        decoded += count;
        return true;
    }

    void store(const Line& line, int y, int sample) {
        std::size_t at = (std::size_t(y) * std::size_t(columns) * std::size_t(samples) + std::size_t(sample)) *
                         std::size_t(bytesEach);
        for (int x = 1; x <= columns; ++x, at += std::size_t(samples) * std::size_t(bytesEach)) {
            const auto value = static_cast<std::uint16_t>(line[static_cast<std::size_t>(x)]);
            if (bytesEach == 1)
                to[at] = static_cast<std::byte>(value);
            else
                std::memcpy(to + at, &value, 2);
        }
    }

    QByteArrayView bytes;
    int columns, rows, samples, bytesEach, bits = 0, decoded = 0;
    Presets presets;
    std::byte* to;
};

} // namespace

bool decodeJpegLs(QByteArrayView stream, int columns, int rows, int samples, int bytesEach, std::byte* to) {
    return Stream(stream, columns, rows, samples, bytesEach, to).decode();
}

} // namespace neuraxis::io
