#pragma once

#include "app/change_noise.h"
#include "app/roi_study.h"

#include <QObject>
#include <QPointer>

namespace neuraxis {

class ChangeMaps;
class RegionsArea;
class StudyKeeper;

/// Keeps in the study what is found of a participant's visits: the noise of change maps and regions of interest; and tells
/// the panels what it knows of everybody's.
class StudyFindings : public QObject {
    Q_OBJECT
  public:
    StudyFindings(ChangeMaps& changes, RegionsArea& regions, QObject* parent = nullptr);

    /// From now on that study; null: none, and nothing is known.
    void setStudy(StudyKeeper* study);
    /// Who is open, by uid; what is found of others is not kept.
    void setParticipant(const QString& uid) { participant = uid; }

  private:
    void take(const QStringList& about, const std::vector<study::Remark>& remarks);
    void keep(const std::vector<study::Change>& found);

    ChangeMaps& changes;
    RegionsArea& regions;
    QPointer<StudyKeeper> study;
    std::shared_ptr<const RoiStudy> rois; ///< Of the study; null until it was read
    QString participant;
};

} // namespace neuraxis
