#include "app/study_findings.h"

#include "app/change_maps.h"
#include "app/regions_area.h"
#include "app/study_keeper.h"
#include "core/study/taking_in.h"

namespace neuraxis {

namespace {
const QStringList allRemarks{QString()}; ///< What is asked for to know of everybody
}

StudyFindings::StudyFindings(ChangeMaps& changes, RegionsArea& regions, QObject* parent)
    : QObject(parent), changes(changes), regions(regions) {
    connect(&changes, &ChangeMaps::noiseMeasured, this,
            [this](const QString& visit, const QString& contrast, const ChangeNoise& noise) {
                if (study && study->cohort() && isControl(*study->cohort(), participant))
                    keep(changeNoiseChanges(visit, contrast, noise, study::accountName()));
            });
    connect(&regions, &RegionsArea::roisMeasured, this, [this](const RoisOverTime& found) {
        if (study && rois && !participant.isEmpty() && found.participantUid == participant)
            keep(rois->changes(found, study::accountName()));
    });
}

void StudyFindings::setStudy(StudyKeeper* next) {
    if (study) disconnect(study, nullptr, this, nullptr);
    study = next;
    rois.reset();
    regions.setRoiStudy(nullptr);
    changes.setNoise({});
    if (!study) return;
    connect(study, &StudyKeeper::remarksRead, this, &StudyFindings::take);
    // Who is a control, and how old, may be another
    connect(study, &StudyKeeper::cohortChanged, this, [this] { study->readRemarks(allRemarks); });
    study->readRemarks(allRemarks);
}

void StudyFindings::take(const QStringList& about, const std::vector<study::Remark>& remarks) {
    if (about != allRemarks || !study->cohort()) return;
    changes.setNoise(changeNoiseOf(remarks, *study->cohort()));
    rois = std::make_shared<const RoiStudy>(study->cohort(), remarks);
    regions.setRoiStudy(rois);
}

void StudyFindings::keep(const std::vector<study::Change>& found) {
    if (found.empty()) return;
    study->keep(found);
    study->readRemarks(allRemarks);
}

} // namespace neuraxis
