#pragma once

#include "core/study/intake.h"
#include "core/study/intake_options.h"

namespace neuraxis::study {

/// Finds out what files and folders are, by their looks, and what they hold: BIDS data sets, FreeSurfer subjects,
/// CATO's matrices and tracts, tables of the Spinal Cord Toolbox and of cortical regions, clinical tables, files that templates name (`options`, or a
/// neuraxis.ini or neuraxis.json in the folder); else images, DICOM first of all. One intake for each kind and data
/// set; images that are given singly are one by folder. Nothing is written but mappings of tables that `options` agree
/// to. What cannot be taken is a sentence in the problems. Throws io::Cancelled.
std::vector<Intake> lookInto(const QStringList& paths, const IntakeOptions& options, io::Job& job);

} // namespace neuraxis::study
