#pragma once

#include "core/study/intake_builder.h"
#include "core/study/path_template.h"

#include <QHash>

namespace neuraxis::study {

/// A folder with FreeSurfer's surf and mri in it, or FastSurfer's.
bool isFreeSurferSubject(const QString& folder);

/// What the names of FreeSurfer's runs tell.
class FreeSurferNames {
  public:
    /// By the first of `own` templates of the format "FreeSurfer" and of the presets that fits.
    explicit FreeSurferNames(const std::vector<PathTemplate>& own);
    /// The bases that longitudinal runs, <tp>.long.<base>, among these names tell, by time point.
    static QMultiHash<QString, QString> basesOf(const QStringList& names);
    /// Whose a run at a path is, and of which visit; of a longitudinal one "base" is in `more`.
    [[nodiscard]] std::optional<PathMatch> match(const QString& path, const QMultiHash<QString, QString>& baseOf) const;

  private:
    PathMatcher matcher;
};

/// Takes subjects' folders, given by their paths from `root`, by the first of `own` templates and of the presets that
/// fits: cross-sectional ones and those of the longitudinal stream, <tp>.long.<base>, whose base is kept in "base". A
/// base itself and the template "fsaverage" are no visits.
void takeFreeSurfer(const QString& root, const QStringList& subjects, const std::vector<PathTemplate>& own,
                    IntakeBuilder& builder);

} // namespace neuraxis::study
