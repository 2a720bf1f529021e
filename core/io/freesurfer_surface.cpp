#include "core/io/freesurfer_surface.h"

#include "core/io/byte_order.h"
#include "core/io/raw_voxels.h"
#include "core/io/text_numbers.h"
#include "core/io/three_bytes.h"

#include <QCoreApplication>
#include <QHash>
#include <cmath>

namespace neuraxis::io {

namespace {

enum class Kind { Triangles, Quads16, QuadsFloat, Text };

constexpr quint64 mostBytes = 1ULL << 32;

qint32 int32At(QByteArrayView bytes, qsizetype at) { return loadNumber<qint32>(bytes.data() + at, true); }

/// Where the counts stand, and what they promise.
struct Layout {
    Kind kind = Kind::Triangles;
    qsizetype begin = 0; ///< Of the coordinates
    std::size_t vertices = 0, faces = 0;
    [[nodiscard]] quint64 end() const {
        const quint64 v = vertices, f = faces, start = static_cast<quint64>(begin);
        switch (kind) {
        case Kind::Triangles: return start + 12 * v + 12 * f;
        case Kind::Quads16: return start + 6 * v + 12 * f;
        case Kind::QuadsFloat: return start + 12 * v + 12 * f;
        case Kind::Text: return 0;
        }
        return 0;
    }
};

[[noreturn]] void throwCounts(const QString& path, qint64 vertices, qint64 faces) {
    throwBadHeader(path, QCoreApplication::translate("io", "%1 vertices, %2 triangles").arg(vertices).arg(faces));
}

Layout layoutOf(const FileHead& head) {
    const QByteArrayView bytes = head.bytes;
    Layout layout;
    qint64 vertices = 0, faces = 0;
    if (bytes.startsWith("#!ascii")) {
        layout.kind = Kind::Text;
        TextNumbers numbers(bytes.sliced(std::max<qsizetype>(0, bytes.indexOf('\n'))));
        const auto count = [&] {
            const double number = numbers.next().value_or(0);
            return number >= 0 && number < 1e9 ? static_cast<qint64>(number) : 0;
        };
        vertices = count();
        faces = count();
        // No line is shorter than "0 0 0 0"
        if (vertices < 1 || faces < 1 ||
            (vertices + faces) > head.size * static_cast<qint64>(head.gzipped ? 1032 : 1) / 8 + 2)
            throwCounts(head.path, vertices, faces);
    } else {
        if (bytes.size() < 16) throwTruncated(head.path);
        const int magic = threeBytes(bytes.data());
        if (magic == 0xfffffe) {
            // Two lines of words; some writers leave the second out
            const qsizetype first = bytes.indexOf('\n', 3);
            if (first < 0) throwTruncated(head.path);
            layout.begin = first + 1;
            if (layout.begin < bytes.size() && bytes[layout.begin] == '\n') ++layout.begin;
            if (layout.begin + 8 > bytes.size()) throwTruncated(head.path);
            vertices = int32At(bytes, layout.begin);
            faces = int32At(bytes, layout.begin + 4);
            layout.begin += 8;
        } else {
            layout.kind = magic == 0xffffff ? Kind::Quads16 : Kind::QuadsFloat;
            vertices = threeBytes(bytes.data() + 3);
            faces = threeBytes(bytes.data() + 6);
            layout.begin = 9;
        }
        if (vertices < 1 || faces < 1) throwCounts(head.path, vertices, faces);
    }
    layout.vertices = static_cast<std::size_t>(vertices);
    layout.faces = static_cast<std::size_t>(faces);
    if (layout.kind != Kind::Text) checkHolds(head, layout.end());
    return layout;
}

/// "key = numbers" lines of the footer, in any order.
class Footer {
  public:
    explicit Footer(QByteArrayView text) : endsInLine(text.endsWith('\n') || text.contains('\0')) {
        for (const QByteArray& line : text.toByteArray().left(20000).split('\n')) {
            const qsizetype equals = line.indexOf('=');
            if (equals > 0) values[line.first(equals).trimmed()] = line.sliced(equals + 1).trimmed();
        }
    }
    [[nodiscard]] bool has(const char* key) const { return values.contains(key); }
    [[nodiscard]] QByteArray text(const char* key) const { return values.value(key); }
    template <std::size_t n> bool numbers(const char* key, double* out) const {
        TextNumbers words(values.value(key));
        for (std::size_t i = 0; i < n; ++i) {
            const auto number = words.next();
            if (!number) return false;
            out[i] = *number;
        }
        return true;
    }

    bool endsInLine; ///< Or binary tags of newer programs follow

  private:
    QHash<QByteArray, QByteArray> values;
};

std::optional<SurfaceGrid> gridOf(const Footer& footer) {
    if (!footer.text("valid").startsWith('1')) return {};
    std::array<double, 3> size{};
    RasWords words;
    const bool whole =
        footer.numbers<3>("volume", size.data()) && footer.numbers<3>("voxelsize", words.spacingMm.data()) &&
        footer.numbers<3>("xras", words.directions.data()) && footer.numbers<3>("yras", words.directions.data() + 3) &&
        footer.numbers<3>("zras", words.directions.data() + 6) && footer.numbers<3>("cras", words.centre.data());
    const auto sane = [](double n) { return n >= 1 && n < 1e6; };
    if (!whole || !std::all_of(size.begin(), size.end(), sane)) return {};
    auto grid = gridFromRas({static_cast<int>(size[0]), static_cast<int>(size[1]), static_cast<int>(size[2])}, words);
    if (grid) grid->file = QString::fromUtf8(footer.text("filename"));
    return grid;
}

/// A footer that begins must be whole: else the file was cut there, and the surface would lie elsewhere.
bool isWhole(const Footer& footer) {
    return (footer.has("cras") && footer.endsInLine) || footer.text("valid").startsWith('0');
}

/// What stands after the triangles: tags, of which 2 tells the space and 20 is followed by the volume's geometry.
void readFooter(QByteArrayView rest, SurfaceData& surface, const QString& path) {
    qsizetype at = 0;
    const auto next = [&] {
        if (at + 4 > rest.size()) throwTruncated(path);
        at += 4;
        return int32At(rest, at - 4);
    };
    while (at < rest.size()) {
        const qint32 tag = next();
        if (tag == 2) {
            surface.inScanner = next() != 0;
        } else if (tag == 20) {
            const Footer footer(rest.sliced(at));
            if (!isWhole(footer)) throwTruncated(path);
            surface.grid = gridOf(footer);
            return;
        } else {
            return; // what newer programs add
        }
    }
}

/// A quadrangle as two triangles; which diagonal cuts it hangs on its first index, as FreeSurfer has it.
void split(const std::array<std::uint32_t, 4>& q, std::vector<Triangle>& into) {
    if (q[0] % 2 == 0) {
        into.push_back({q[0], q[1], q[3]});
        into.push_back({q[2], q[3], q[1]});
    } else {
        into.push_back({q[0], q[1], q[2]});
        into.push_back({q[0], q[2], q[3]});
    }
}

SurfaceData readText(const FileHead& head, const Layout& layout) {
    const QByteArray bytes = readWhole(head.path, head.gzipped, mostBytes);
    TextNumbers numbers(QByteArrayView(bytes).sliced(std::max<qsizetype>(0, bytes.indexOf('\n'))));
    numbers.next();
    numbers.next();
    const auto number = [&] {
        const auto next = numbers.next();
        if (!next) throwTruncated(head.path);
        return *next;
    };
    SurfaceData surface;
    for (std::size_t v = 0; v < layout.vertices; ++v) {
        const double x = number(), y = number(), z = number();
        surface.points.push_back({static_cast<float>(x), static_cast<float>(y), static_cast<float>(z)});
        number();
    }
    const auto index = [&] {
        const double i = number();
        return i >= 0 && i < 4e9 ? static_cast<std::uint32_t>(i) : ~0U;
    };
    for (std::size_t f = 0; f < layout.faces; ++f) {
        const std::uint32_t a = index(), b = index(), c = index();
        surface.triangles.push_back({a, b, c});
        number();
    }
    return surface;
}

} // namespace

bool isFreeSurferSurface(QByteArrayView bytes, const QString& name) {
    if (bytes.startsWith("#!ascii"))
        return !bytes.startsWith("#!ascii label") && !name.endsWith(QStringLiteral(".label"));
    if (bytes.size() < 3) return false;
    const int magic = threeBytes(bytes.data());
    return magic >= 0xfffffd && !name.endsWith(QStringLiteral(".annot"));
}

std::size_t surfaceVertices(const FileHead& head) { return layoutOf(head).vertices; }

SurfaceData readFreeSurferSurface(const FileHead& head) {
    const Layout layout = layoutOf(head);
    SurfaceData surface;
    if (layout.kind == Kind::Text) {
        surface = readText(head, layout);
    } else {
        const QByteArray bytes = readWhole(head.path, head.gzipped, layout.end() + 20000);
        if (static_cast<quint64>(bytes.size()) < layout.end()) throwTruncated(head.path);
        const char* at = bytes.constData() + layout.begin;
        surface.points.resize(layout.vertices);
        if (layout.kind == Kind::Quads16) {
            for (SurfacePoint& p : surface.points) {
                const auto next = [&] {
                    const auto number = static_cast<float>(loadNumber<qint16>(at, true)) / 100;
                    at += 2;
                    return number;
                };
                p.x = next();
                p.y = next();
                p.z = next();
            }
        } else {
            qFromBigEndian<quint32>(at, static_cast<qsizetype>(3 * layout.vertices), surface.points.data());
            at += 12 * layout.vertices;
        }
        if (layout.kind == Kind::Triangles) {
            surface.triangles.resize(layout.faces);
            qFromBigEndian<quint32>(at, static_cast<qsizetype>(3 * layout.faces), surface.triangles.data());
            at += 12 * layout.faces;
        } else {
            surface.triangles.reserve(2 * layout.faces);
            for (std::size_t f = 0; f < layout.faces; ++f) {
                std::array<std::uint32_t, 4> quad{};
                for (std::uint32_t& index : quad) {
                    index = static_cast<std::uint32_t>(threeBytes(at));
                    at += 3;
                }
                split(quad, surface.triangles);
            }
        }
        readFooter(QByteArrayView(bytes).sliced(static_cast<qsizetype>(layout.end())), surface, head.path);
    }
    checkSurface(surface, head.path);
    return surface;
}

void checkSurface(const SurfaceData& surface, const QString& path) {
    const std::size_t count = surface.points.size();
    if (count == 0)
        throw Error(QCoreApplication::translate("io", "%1 has no vertices. Copy it again from its source.")
                        .arg(fileName(path)));
    constexpr float farthestMm = 1e6F;
    for (std::size_t v = 0; v < count; ++v) {
        const SurfacePoint& p = surface.points[v];
        // One comparison, that a NaN fails too
        if (!(std::abs(p.x) < farthestMm && std::abs(p.y) < farthestMm && std::abs(p.z) < farthestMm))
            throw Error(QCoreApplication::translate("io", "Vertex %1 of %2 lies nowhere: a coordinate is no number or "
                                                          "is beyond a kilometre. Copy it again from its source.")
                            .arg(v)
                            .arg(fileName(path)));
    }
    for (const Triangle& t : surface.triangles)
        for (const std::uint32_t index : t)
            if (index >= count)
                throw Error(QCoreApplication::translate("io", "A triangle of %1 has the vertex %2, and there are %3. "
                                                              "Copy it again from its source.")
                                .arg(fileName(path))
                                .arg(index)
                                .arg(count));
}

} // namespace neuraxis::io
