#include "core/io/cortex_files.h"
#include "core/io/side_index.h"
#include "core/io/subject_folder.h"
#include "core/model/side_name.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <algorithm>

namespace neuraxis::io {

namespace {

using PartPointer = std::shared_ptr<const SurfacePart>;
using Severity = Finding::Severity;

/// Files that are one cortex so far.
struct Group {
    QString folder, stem, subject;
    std::array<std::size_t, 2> vertices{};
    std::vector<PartPointer> parts;
    std::vector<Finding> findings;

    [[nodiscard]] bool hasSurface() const {
        return std::any_of(parts.begin(), parts.end(), [](const PartPointer& p) { return p->hasSurface; });
    }
    void warn(Severity severity, const char* code, const QString& text) {
        findings.push_back({severity, QLatin1String(code), text});
    }
};

/// Of a subject folder's many surfaces and maps, those that are looked at.
bool isWantedOf(const SurfacePart& part) {
    if (part.hasSurface) return part.name.shape && !part.name.isRegistered && part.name.shapeRank <= 4;
    if (part.kind == SurfacePart::Kind::VertexSet) return part.name.name == QStringLiteral("cortex");
    if (part.kind != SurfacePart::Kind::Map) return true;
    return isShownMap(part.name.name);
}

/// A subject folder's file on the vertices of fsaverage.
bool isResampled(const SurfacePart& part) { return part.kind == SurfacePart::Kind::Map && part.name.isOnTemplate; }

/// The number of vertices of a side's first surface of its best rank, which the rest must have.
std::size_t verticesOf(const Group& group, Side side) {
    const SurfacePart* best = nullptr;
    for (const PartPointer& p : group.parts)
        if (p->hasSurface && p->side.value_or(Side::Left) == side &&
            (!best || p->name.shapeRank < best->name.shapeRank))
            best = p.get();
    if (best) return best->vertices;
    // Without surfaces, what most of the files have
    QHash<std::size_t, int> counts;
    for (const PartPointer& p : group.parts)
        if (p->vertices > 0 && p->side == side) ++counts[p->vertices];
    std::size_t most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (most == 0 || it.value() > counts[most] || (it.value() == counts[most] && it.key() < most)) most = it.key();
    return most;
}

/// Files whose number of vertices is not their side's are left out, and why is told.
void leaveOutMisfits(Group& group) {
    std::vector<PartPointer> fitting;
    for (const PartPointer& p : group.parts) {
        const Side side = p->side.value_or(Side::Left);
        const std::size_t wanted = group.vertices[at(side)], other = group.vertices[1 - at(side)];
        if (p->vertices == 0 || wanted == 0 || p->vertices == wanted) {
            fitting.push_back(p);
        } else if (p->vertices == other && !p->hasSurface) {
            group.warn(Severity::Warning, "other-hemisphere",
                       QCoreApplication::translate("io", "%1 is left out: it has %2 values, as many as the other "
                                                         "hemisphere has vertices; this one has %3.")
                           .arg(fileName(p->path))
                           .arg(p->vertices)
                           .arg(wanted));
        } else {
            group.warn(Severity::Warning, "size-mismatch",
                       QCoreApplication::translate("io",
                                                   "%1 is left out: it is for %2 vertices, and the hemisphere has "
                                                   "%3.")
                           .arg(fileName(p->path))
                           .arg(p->vertices)
                           .arg(wanted));
        }
    }
    group.parts = std::move(fitting);
}

/// What a subject folder should hold and does not.
void tellMissing(Group& group) {
    const auto has = [&](Side side, auto which) {
        return std::any_of(group.parts.begin(), group.parts.end(),
                           [&](const PartPointer& p) { return p->side == side && which(*p); });
    };
    for (const Side side : {Side::Left, Side::Right}) {
        const auto shape = [](SurfaceShape wanted) {
            return
                [wanted](const SurfacePart& p) { return p.hasSurface && p.name.shape == wanted && !p.name.isMiddle; };
        };
        const bool white = has(side, shape(SurfaceShape::White)), pial = has(side, shape(SurfaceShape::Pial));
        const auto tell = [&](const QString& what) {
            group.warn(Severity::Note, "missing-file",
                       QCoreApplication::translate("io", "%1 is missing.").arg(shortSideName(side) + u'.' + what));
        };
        if (!white) tell(QStringLiteral("white"));
        if (!pial) tell(QStringLiteral("pial"));
        if (!has(side, [](const SurfacePart& p) { return p.hasMaps && p.name.name == QStringLiteral("thickness"); }))
            tell(QStringLiteral("thickness"));
    }
}

/// Vertices of fsaverage's and fs_LR's sides.
bool isTemplateSize(std::size_t vertices) {
    for (const std::size_t size : {163842U, 40962U, 10242U, 2562U, 32492U, 59292U, 7842U})
        if (vertices == size) return true;
    return false;
}

void finish(Group& group, Scan& scan) {
    group.vertices = {verticesOf(group, Side::Left), verticesOf(group, Side::Right)};
    leaveOutMisfits(group);
    const bool wholeFolder = !group.subject.isEmpty() && group.parts.size() > 1;
    if (wholeFolder && group.hasSurface()) tellMissing(group);

    auto files = std::make_shared<CortexFiles>();
    const QString folder = fileName(group.subject.isEmpty() ? group.folder : group.subject);
    files->name = group.parts.size() == 1                            ? surfaceBaseName(group.parts.front()->path)
                  : !group.subject.isEmpty() || group.stem.isEmpty() ? folder
                                                                     : group.stem;
    files->subjectFolder = group.subject;
    if (!group.subject.isEmpty()) {
        const qsizetype dot = folder.lastIndexOf(QStringLiteral(".long."));
        if (dot > 0) files->base = folder.sliced(dot + 6);
        files->isStandard = folder.startsWith(QStringLiteral("fsaverage"));
    } else {
        const bool named = std::any_of(group.parts.begin(), group.parts.end(),
                                       [](const PartPointer& p) { return p->name.isOnTemplate; });
        files->isStandard = named || (group.vertices[0] == group.vertices[1] && isTemplateSize(group.vertices[0]));
    }
    files->vertices = group.vertices;
    files->parts = std::move(group.parts);
    files->findings = std::move(group.findings);

    FoundCortex found;
    found.name = files->name;
    for (const PartPointer& p : files->parts) found.files << p->path;
    found.vertices = files->vertices;
    found.findings = files->findings;
    found.source = std::move(files);
    scan.cortices.push_back(std::move(found));
}

/// The group that a surface joins: of its folder and name, where its side is free or has as many vertices.
Group& groupOf(const SurfacePart& part, std::vector<Group>& groups) {
    const QString folder = QFileInfo(part.path).absolutePath();
    const Side side = part.side.value_or(Side::Left);
    Group* best = nullptr;
    int bestScore = 0;
    for (Group& group : groups) {
        if (!group.subject.isEmpty() || group.folder != folder || group.stem != part.name.stem) continue;
        const std::size_t own = group.vertices[at(side)], other = group.vertices[1 - at(side)];
        const int score = own == part.vertices ? 3 : own != 0 ? 0 : other == part.vertices ? 2 : 1;
        if (score > bestScore) {
            bestScore = score;
            best = &group;
        }
    }
    if (!best) best = &groups.emplace_back(Group{folder, part.name.stem, {}, {}, {}, {}});
    best->vertices[at(side)] = part.vertices;
    return *best;
}

Kinship kinshipOf(const SurfacePart& part, const Group& group) {
    return group.parts.empty() ? Kinship::Unknown : kinship(part.name, group.parts.front()->name);
}

bool isTemplate(const Group& group) {
    return std::any_of(group.parts.begin(), group.parts.end(),
                       [](const PartPointer& p) { return p->hasSurface && isNamedTemplate(p->path); });
}

bool isAboveOrBelow(const QString& folder, const QString& other) {
    return folder.startsWith(other + u'/') || other.startsWith(folder + u'/');
}

/// The group with surfaces that what lies on vertices belongs to: of as many vertices, not of another participant, and
/// of its folder, one above or below, or its name; what was asked for by itself, and what lies on a template, may lie
/// anywhere. Null when there is none.
Group* surfacesFor(const SurfacePart& part, bool isNamed, std::vector<Group>& groups) {
    const QString folder = QFileInfo(part.path).absolutePath();
    Group* best = nullptr;
    int bestScore = 0;
    for (Group& group : groups) {
        if (!group.hasSurface()) continue;
        bool fits = false;
        for (const Side side : {Side::Left, Side::Right})
            fits = fits || ((!part.side || part.side == side) && group.vertices[at(side)] != 0 &&
                            (part.vertices == 0 || group.vertices[at(side)] == part.vertices) &&
                            group.vertices[at(side)] >= part.leastVertices);
        if (!fits) continue;
        const Kinship kin = kinshipOf(part, group);
        const bool onTemplate = isTemplate(group);
        if (kin == Kinship::Different && !onTemplate) continue;
        int score = 1;
        if (group.folder == folder)
            score += 8;
        else if (isAboveOrBelow(folder, group.folder))
            score += 4;
        else if (kin != Kinship::Same && !onTemplate && !isNamed)
            continue;
        if (kin == Kinship::Same) score += group.stem == part.name.stem ? 3 : 2;
        if (score > bestScore) {
            bestScore = score;
            best = &group;
        }
    }
    return best;
}

/// Tells where only the number of vertices says that a file belongs to a surface.
void tellBelonging(const SurfacePart& part, Group& group) {
    const QString folder = QFileInfo(part.path).absolutePath();
    const Kinship kin = kinshipOf(part, group);
    const bool isNear = group.folder == folder || isAboveOrBelow(folder, group.folder);
    const bool anyStem = !part.name.stem.isEmpty() && !group.stem.isEmpty();
    if (kin == Kinship::Same || (kin == Kinship::Unknown && isNear && !anyStem)) return;
    const auto surface = std::find_if(group.parts.begin(), group.parts.end(), [&](const PartPointer& p) {
        return p->hasSurface && (!part.side || p->side == part.side);
    });
    if (surface == group.parts.end()) return;
    group.warn(isTemplate(group) ? Severity::Note : Severity::Warning, "by-vertices",
               QCoreApplication::translate("io",
                                           "%1 is laid on %2 because it has as many vertices. Their names and folders "
                                           "do not say that they belong together.")
                   .arg(fileName(part.path), fileName((*surface)->path)));
}

/// The group beside it whose other hemisphere has as many vertices, while its own has not: the file is misnamed, which
/// is told there.
Group* otherHemispheresFor(const SurfacePart& part, std::vector<Group>& groups) {
    if (!part.side || part.vertices == 0) return nullptr;
    for (Group& group : groups)
        if (group.hasSurface() && group.folder == QFileInfo(part.path).absolutePath() &&
            kinshipOf(part, group) != Kinship::Different && group.vertices[at(*part.side)] != 0 &&
            group.vertices[1 - at(*part.side)] == part.vertices)
            return &group;
    return nullptr;
}

/// Whether a file without a surface can lie on as many vertices as others there do; 0 where none are told yet.
bool joins(const SurfacePart& part, std::size_t vertices) {
    if (part.vertices == 0) return vertices != 0 && vertices >= part.leastVertices;
    return vertices == 0 || vertices == part.vertices;
}

/// A file without a side gets that of the only one with so many vertices; of two alike, the left, which is told.
PartPointer withSide(const PartPointer& part, Group& group) {
    if (part->side || part->kind == SurfacePart::Kind::Stats) return part;
    auto sided = std::make_shared<SurfacePart>(*part);
    const bool left = group.vertices[0] == part->vertices, right = group.vertices[1] == part->vertices;
    sided->side = right && !left ? Side::Right : Side::Left;
    if (part->vertices == 0 || left == right)
        group.warn(
            Severity::Note, "side-unknown",
            QCoreApplication::translate("io", "Nothing says which hemisphere %1 is of; it is taken for the left.")
                .arg(fileName(part->path)));
    return sided;
}

} // namespace

void assembleCortices(const Parts& parts, const QSet<QString>& named, Scan& scan) {
    std::vector<Group> groups;
    std::vector<PartPointer> onVertices;
    const auto subjectGroup = [&](const QString& subject) -> Group& {
        for (Group& group : groups)
            if (group.subject == subject) return group;
        return groups.emplace_back(Group{subject, {}, subject, {}, {}, {}});
    };
    for (const auto& each : parts) {
        const auto part = std::static_pointer_cast<const SurfacePart>(each);
        const QString subject = subjectFolderOf(part->path);
        if (!subject.isEmpty()) {
            Group& group = subjectGroup(subject);
            const bool own = !subject.section(u'/', -1).startsWith(QStringLiteral("fsaverage"));
            if (own && isResampled(*part) && !named.contains(part->path))
                group.warn(Severity::Note, "on-fsaverage",
                           QCoreApplication::translate("io",
                                                       "%1 is left out: it lies on the vertices of fsaverage. Open it "
                                                       "with fsaverage's surfaces.")
                               .arg(fileName(part->path)));
            else if (named.contains(part->path) || isWantedOf(*part))
                group.parts.push_back(part);
        } else if (part->hasSurface) {
            Group& group = groupOf(*part, groups);
            group.parts.push_back(withSide(part, group));
        } else {
            onVertices.push_back(part);
        }
    }
    for (const PartPointer& part : onVertices) {
        Group* group = surfacesFor(*part, named.contains(part->path), groups);
        if (group && part->kind != SurfacePart::Kind::Stats) tellBelonging(*part, *group);
        if (!group) group = otherHemispheresFor(*part, groups);
        if (part->kind == SurfacePart::Kind::Stats && !group)
            for (Group& other : groups)
                if (other.subject.isEmpty() && other.folder == QFileInfo(part->path).absolutePath()) group = &other;
        if (!group) {
            // What there is no surface for comes together by its name
            for (Group& other : groups)
                if (!other.hasSurface() && other.subject.isEmpty() &&
                    other.folder == QFileInfo(part->path).absolutePath() && part->side &&
                    kinshipOf(*part, other) != Kinship::Different && joins(*part, other.vertices[at(*part->side)]))
                    group = &other;
            if (!group)
                group =
                    &groups.emplace_back(Group{QFileInfo(part->path).absolutePath(), part->name.stem, {}, {}, {}, {}});
            if (part->vertices > 0) group->vertices[at(part->side.value_or(Side::Left))] = part->vertices;
        }
        group->parts.push_back(withSide(part, *group));
    }
    for (Group& group : groups)
        if (!group.parts.empty()) finish(group, scan);
}

void assembleNamedCortices(const Parts& parts, Scan& scan) {
    QSet<QString> named;
    for (const auto& part : parts) named.insert(static_cast<const SurfacePart&>(*part).path);
    assembleCortices(parts, named, scan);
}

} // namespace neuraxis::io
