#include "core/io/surface_names.h"

#include "core/io/packed_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace neuraxis::io {

namespace {

struct ShapeRow {
    const char* token;
    SurfaceShape shape;
    int rank;
};
constexpr ShapeRow shapeRows[] = {
    {"white", SurfaceShape::White, 0},
    {"wm", SurfaceShape::White, 1},
    {"smoothwm", SurfaceShape::White, 2},
    {"midthickness", SurfaceShape::White, 3},
    {"graymid", SurfaceShape::White, 3},
    {"orig", SurfaceShape::White, 4},
    {"pial", SurfaceShape::Pial, 0},
    {"inflated", SurfaceShape::Inflated, 0},
    {"infl", SurfaceShape::Inflated, 0},
    {"veryinflated", SurfaceShape::Inflated, 2},
    {"very_inflated", SurfaceShape::Inflated, 2},
    {"sphere", SurfaceShape::Sphere, 0},
};

struct MapRow {
    const char* token;
    const char* name;
    const char* unit;
};
constexpr MapRow mapRows[] = {{"thickness", "thickness", "mm"}, {"thick", "thickness", "mm"},
                              {"curv", "curv", "1/mm"},         {"curvature", "curv", "1/mm"},
                              {"avg_curv", "avg_curv", "1/mm"}, {"sulc", "sulc", "mm"},
                              {"area", "area", "mm²"},          {"volume", "volume", "mm³"},
                              {"vol", "volume", "mm³"},         {"jacobian_white", "jacobian_white", ""}};

} // namespace

QString surfaceBaseName(const QString& path) {
    QString name = fileName(path);
    static const QRegularExpression suffix(
        QStringLiteral("\\.(gz|gii|surf|shape|func|annot|label|mgh|mgz|asc|stats|dscalar|dlabel)$"),
        QRegularExpression::CaseInsensitiveOption);
    for (QRegularExpressionMatch match = suffix.match(name); match.hasMatch() && match.capturedStart() > 0;
         match = suffix.match(name))
        name.truncate(match.capturedStart());
    return name;
}

bool beginsWithSide(const QString& name) {
    return name.startsWith(QStringLiteral("lh.")) || name.startsWith(QStringLiteral("rh."));
}

QString sideWord(Side side) {
    return side == Side::Left ? QCoreApplication::translate("io", "left") : QCoreApplication::translate("io", "right");
}

namespace {

std::optional<Side> sideOf(QStringView token) {
    if (token == u"L" || token.compare(u"lh", Qt::CaseInsensitive) == 0 ||
        token.compare(u"left", Qt::CaseInsensitive) == 0 || token.compare(u"hemi-L", Qt::CaseInsensitive) == 0)
        return Side::Left;
    if (token == u"R" || token.compare(u"rh", Qt::CaseInsensitive) == 0 ||
        token.compare(u"right", Qt::CaseInsensitive) == 0 || token.compare(u"hemi-R", Qt::CaseInsensitive) == 0)
        return Side::Right;
    return {};
}

const QRegularExpression& separators() {
    static const QRegularExpression expression(QStringLiteral("[._]"));
    return expression;
}

QString joined(const QStringList& tokens) { return tokens.join(u'_'); }

} // namespace

SurfaceName surfaceName(const QString& path) {
    SurfaceName result;
    const QString base = surfaceBaseName(path);
    const QStringList tokens = base.split(separators());
    QStringList before, after;
    for (const QString& token : tokens) {
        const auto side = result.side ? std::nullopt : sideOf(token);
        if (side)
            result.side = side;
        else
            (result.side ? after : before) << token;
    }
    const bool likeFreeSurfer = before.isEmpty() && result.side && base.size() > 3 && base[2] == u'.';
    const QStringList words = after.isEmpty() ? before : after;
    result.name = likeFreeSurfer ? base.sliced(3) : joined(words);
    QStringList rest = before + after;
    const QString lower = joined(rest).toLower();
    for (const ShapeRow& row : shapeRows) {
        const QString token = QLatin1String(row.token);
        const bool has = token.contains(u'_') ? lower.contains(token) : rest.contains(token, Qt::CaseInsensitive);
        // "orig" and "area" stand in the names of other things too: FreeSurfer's must begin with them
        if (!has || (likeFreeSurfer && !result.name.startsWith(token))) continue;
        if (result.shape && row.rank <= result.shapeRank) continue; // very_inflated is more than inflated
        result.shape = row.shape;
        result.shapeRank = row.rank;
        result.isMiddle = token == QStringLiteral("midthickness") || token == QStringLiteral("graymid");
    }
    // pial.T1 is what pial links to; other words make it another surface
    if (likeFreeSurfer && result.shape && after.size() > 1)
        result.shapeRank = result.name == QStringLiteral("pial.T1") ? 1 : 8;
    for (const MapRow& row : mapRows) {
        if (likeFreeSurfer || !rest.contains(QLatin1String(row.token), Qt::CaseInsensitive)) continue;
        result.name = QLatin1String(row.name);
        break;
    }
    result.isRegistered = rest.contains(QStringLiteral("reg")) || rest.contains(QStringLiteral("desc-reg")) ||
                          rest.contains(QStringLiteral("rot"));
    result.isOnTemplate = base.contains(QStringLiteral("fsaverage"), Qt::CaseInsensitive) ||
                          base.contains(QStringLiteral("fs_LR"), Qt::CaseInsensitive) ||
                          base.contains(QStringLiteral("space-fsLR"), Qt::CaseInsensitive);
    static const QStringList known = [] {
        QStringList all{QStringLiteral("reg"), QStringLiteral("desc-reg"), QStringLiteral("very"),
                        QStringLiteral("T1")};
        for (const ShapeRow& row : shapeRows) all << QLatin1String(row.token);
        for (const MapRow& row : mapRows) all << QLatin1String(row.token);
        return all;
    }();
    rest.removeIf([](const QString& token) { return known.contains(token, Qt::CaseInsensitive); });
    result.stem = likeFreeSurfer ? QString() : joined(rest);
    return result;
}

namespace {

/// "01" of "sub-01_hemi-L_pial"; "" where none is named.
QString valueOf(const QString& stem, const QString& key) {
    for (const QString& token : stem.split(u'_'))
        if (token.startsWith(key + u'-')) return token.sliced(key.size() + 1);
    return {};
}

} // namespace

Kinship kinship(const SurfaceName& a, const SurfaceName& b) {
    if (a.stem.isEmpty() || b.stem.isEmpty()) return Kinship::Unknown;
    if (a.stem == b.stem) return Kinship::Same;
    const QString subject = valueOf(a.stem, QStringLiteral("sub")), other = valueOf(b.stem, QStringLiteral("sub"));
    if (!subject.isEmpty() && !other.isEmpty()) {
        const QString session = valueOf(a.stem, QStringLiteral("ses")), later = valueOf(b.stem, QStringLiteral("ses"));
        const bool isOtherSession = !session.isEmpty() && !later.isEmpty() && session != later;
        return subject == other && !isOtherSession ? Kinship::Same : Kinship::Different;
    }
    const QStringList one = a.stem.split(u'_'), two = b.stem.split(u'_');
    const auto isWithin = [](const QStringList& some, const QStringList& all) {
        return std::all_of(some.begin(), some.end(), [&](const QString& token) { return all.contains(token); });
    };
    if (one.first() == two.first() || isWithin(one, two) || isWithin(two, one)) return Kinship::Same;
    // Of tstat_lh.mgh the stem is but the map's name; of ann_thickness_lh.mgh it is whose it is
    const auto mayBeMap = [](const SurfaceName& name, const QStringList& tokens) {
        return tokens.size() == 1 && !name.shape && name.name == tokens.first();
    };
    return mayBeMap(a, one) || mayBeMap(b, two) ? Kinship::Unknown : Kinship::Different;
}

bool isNamedTemplate(const QString& path) {
    const QString stem = surfaceName(path).stem;
    if (!valueOf(stem, QStringLiteral("sub")).isEmpty()) return false;
    const QString folder = QFileInfo(path).absolutePath();
    const QString own = folder.section(u'/', -1), above = folder.section(u'/', -2, -2);
    const auto called = [](const QString& word) { return word.startsWith(QStringLiteral("fsaverage")); };
    return called(own) || (own == QStringLiteral("surf") && called(above)) || called(stem) ||
           stem.startsWith(QStringLiteral("tpl-"));
}

bool isShownMap(const QString& name) {
    static const QStringList maps{QStringLiteral("thickness"),      QStringLiteral("curv"),
                                  QStringLiteral("sulc"),           QStringLiteral("area"),
                                  QStringLiteral("volume"),         QStringLiteral("area.pial"),
                                  QStringLiteral("jacobian_white"), QStringLiteral("w-g.pct")};
    return maps.contains(name);
}

QString unitOfMap(const QString& name) {
    // "area.pial", and "area 2" of several frames
    const QString first = name.section(u'.', 0, 0).section(u' ', 0, 0);
    for (const MapRow& row : mapRows)
        if (first == QLatin1String(row.name)) return QString::fromUtf8(row.unit);
    return name.startsWith(QStringLiteral("w-g.pct")) ? QStringLiteral("%") : QString();
}

} // namespace neuraxis::io
