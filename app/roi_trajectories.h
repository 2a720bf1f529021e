#pragma once

#include "app/timed_visits.h"
#include "core/analysis/roi_values.h"
#include "core/model/compared_visit.h"

#include <functional>

namespace neuraxis {

/// Regions of interest: a label image or a mask as it was laid over the image of one of the visits.
struct RoiImage {
    std::shared_ptr<const Volume> labels; ///< In the space that the visit was scanned in
    std::shared_ptr<const LabelTable> table;
    QString title; ///< What to call it
    QString visit; ///< uid
    bool operator==(const RoiImage&) const = default;
};

/// What of a region of interest is followed over time.
enum class RoiMeasure { Brightness, Volume };
/// "brightness", "volume".
QString roiMeasureName(RoiMeasure measure);

struct RoiWish {
    RoiImage rois;
    RoiMeasure measure = RoiMeasure::Brightness;
    std::vector<ComparedVisit> visits; ///< By date, all read; where they lie is known
    bool operator==(const RoiWish&) const = default;
};

/// What all visits have in each region of interest.
struct RoisOverTime {
    QString participant, participantUid, sex; ///< "" where no study knows them
    QString title, unit;
    QString contrast;            ///< Of the images, as in ComparedVisit
    bool isOfBrightness = false; ///< The values mean something in this participant only
    RoiMeasure measure = RoiMeasure::Brightness;
    std::vector<TimedVisit> visits;
    std::vector<Roi> rois;
    QStringList names;                       ///< Of each: unique
    std::vector<std::vector<double>> values; ///< Of each ROI by visit; not a number where it cannot be told
    QStringList notes;                       ///< How they were measured, a sentence each
    QString refused;                         ///< Why there is nothing; "" where there is
};
/// Brightness is the mean of a visit's image in the ROI, where the alignment puts it, sampled cubically from its own
/// voxels; on the scale of the visit that the ROIs were laid over unless isQuantitative(). Volume is the ROI's at that visit times
/// the mean of jacobianMap() from there in it (the determinant where its tissue lay). `goOn` is told the share done; once it says false, or without memory, there is
/// nothing, and nothing is said. Brightness takes a second, volume several for each visit; called from any thread. The
/// cohort knows the visits' dates and ages; null: nobody does.
RoisOverTime roisOverTime(const RoiWish& wish, const Cohort* cohort, const std::function<bool(double)>& goOn = {});
/// Why an image has no regions of interest; "" where it has.
QString whyNoRois(const Volume& labels);
/// Calls them as the image's table does.
void nameRois(RoisOverTime& rois, const RoiImage& image);
/// Tells participant and visits as a cohort knows them.
void tellVisits(RoisOverTime& rois, const std::vector<ComparedVisit>& visits, const Cohort* cohort);

class RoiStudy;
/// With what others have in ROIs of the same name, as far as a study keeps it.
struct RoiWishes {
    std::shared_ptr<const RoiStudy> study; ///< Null: of nobody
    bool withFailed = false;               ///< Visits that failed quality count
    int leastControls = 20;                ///< Else there is no band and no w
    bool operator==(const RoiWishes&) const = default;
};
/// The same rules for visits as of regions.
RegionRates ratesOf(const RoisOverTime& rois, const RoiWishes& wishes);
/// Of an ROI by its name. Brightness without a unit means nothing from person to person: it has no band. For normal
/// ageing of a volume without controls see trajectoryOf() of regions; it is that of the cortex.
Trajectory trajectoryOf(const RoisOverTime& rois, const QString& name, const RoiWishes& wishes);
/// Every ROI at every visit: to read, with how they were measured below; and as a table: full numbers, "n/a" for what is not known.
QString roisAsText(const RoisOverTime& rois);
QString roisAsTsv(const RoisOverTime& rois);

} // namespace neuraxis
