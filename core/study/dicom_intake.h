#pragma once

#include "core/study/intake_builder.h"
#include "core/study/intake_options.h"

namespace neuraxis::study {

/// The kind of an image by the words of its series' description: a key of itemKinds().
QString kindOfSeries(const QString& description, const QString& modality);

/// Images below a folder, or in files, of any format that is read; DICOM first of all. A participant's name is never
/// taken from a header: it is the options' or the name of the folder below which all of one patient's files lie. Files
/// of several patients in one such folder, and a folder that is named after the patient, are problems; so are other
/// formats without a participant. With a key for names there is no such problem: each person is called by a hash of
/// what their headers say, or by their pseudonym where a header says that it is one. DICOM has a visit for each date
/// of a study, with the options' label where there is one. Throws io::Cancelled.
Intake dicomIntake(const QString& root, const QStringList& paths, const IntakeOptions& options, io::Job& job);

} // namespace neuraxis::study
