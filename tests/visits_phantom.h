#pragma once

#include "core/io/write.h"
#include "core/model/compared_visit.h"
#include "core/study/study.h"
#include "head_phantom.h"

#include <QDir>

namespace neuraxis::test {

/// How the phantom's head lay at each of three visits, and how bright the scanner was.
inline WorldTransform lying(int visit) {
    static const WorldTransform all[] = {WorldTransform(), WorldTransform::rigid({0.10, -0.05, 0.15}, {6, -4, 9}),
                                         WorldTransform::rigid({-0.08, 0.12, -0.05}, {-7, 3, 5})};
    return all[visit];
}
constexpr double brightnessOf[] = {1, 1.25, 0.8};

/// The head phantom as it lay at a visit, its voxels as they were: so the way from visit to visit is known exactly.
inline std::shared_ptr<const Volume> headAt(int visit) {
    const auto head = headPhantom();
    VolumeHeader header = head->header();
    header.voxelToLps = lying(visit) * header.voxelToLps;
    header.slope = brightnessOf[visit];
    header.name = QStringLiteral("T1w");
    header.series = {};
    return std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(head, head->voxels()));
}

/// What a study knows of a visit's image in `folder`.
inline Item imageOf(const QString& visitUid, const QString& folder) {
    Item item;
    item.visit = visitUid;
    item.kind = QStringLiteral("T1");
    item.format = QStringLiteral("NIfTI");
    item.name = QStringLiteral("T1w");
    item.root = folder;
    item.path = visitUid + QStringLiteral("_T1w.nii.gz");
    return item;
}

/// A study in `folder`: P1 with those three visits half a year apart, the last of failed quality if that is wanted, and
/// P2 with the first of them alone. Its file.
inline QString visitsStudy(const QString& folder, bool lastFailed = false) {
    std::vector<study::Change> changes;
    const auto put = [&](const char* table, const QString& uid, const QVariantMap& fields) {
        changes.push_back({study::newUid(), QDateTime::currentDateTimeUtc(), QStringLiteral("test"),
                           QString::fromLatin1(table), uid, false, fields});
    };
    const QDate days[] = {{2020, 1, 1}, {2020, 7, 1}, {2021, 1, 1}};
    io::Job job;
    for (const auto& [name, count] : {std::pair{QStringLiteral("P1"), 3}, std::pair{QStringLiteral("P2"), 1}}) {
        Participant p;
        p.name = name;
        p.group = QStringLiteral("ALS");
        put("participant", name, study::fieldsOf(p));
        for (int visit = 0; visit < count; ++visit) {
            Visit v;
            v.participant = name;
            v.label = QString::number(visit + 1);
            v.date = days[visit];
            if (visit == 2 && lastFailed) v.quality = QStringLiteral("failed");
            const QString uid = name + QStringLiteral("-") + v.label;
            put("visit", uid, study::fieldsOf(v));
            const Item item = imageOf(uid, folder);
            io::write(*headAt(visit), QDir(folder).filePath(item.path), job);
            put("item", uid + QStringLiteral("-T1"), study::fieldsOf(item));
        }
    }
    const QString file = QDir(folder).filePath(QStringLiteral("study.neuraxis"));
    study::Study::open(study::Study::placeOf(file), study::Study::Mode::Create)->apply(changes);
    return file;
}

/// How far two transforms are apart over the head, at most, in millimetres.
inline double apartMm(const WorldTransform& a, const WorldTransform& b) {
    double most = 0;
    for (const double x : {-60., 60.})
        for (const double y : {-75., 75.})
            for (const double z : {-60., 80.})
                most = std::max(most, length(a(WorldPoint{x, y, z}) - b(WorldPoint{x, y, z})));
    return most;
}

} // namespace neuraxis::test
