#pragma once

#include "core/study/intake.h"
#include "core/study/path_template.h"

namespace neuraxis::study {

/// How things are brought in.
struct IntakeOptions {
    QString participant;       ///< Whose the images and cord tables are that name nobody; else the folder's name
    QString visit;             ///< Label of their visit; else DICOM's days
    QString mappingFolder;     ///< Of clinical tables' mappings; empty: beside each table
    bool writeMappings = true; ///< Guessed mappings are written, to be read the next time
    std::vector<PathTemplate> templates; ///< Of the data sets themselves; before the presets
};

/// Finds out what files and folders are, by their looks, and what they hold: BIDS data sets, FreeSurfer subjects,
/// CATO's matrices, tables of the Spinal Cord Toolbox, clinical tables, files that templates name (`options`, or a
/// neuraxis.ini or neuraxis.json in the folder); else images, DICOM first of all. One intake for each kind and data
/// set. Nothing is written but mappings of tables. What cannot be taken is a sentence in the problems. Throws
/// io::Cancelled.
std::vector<Intake> lookInto(const QStringList& paths, const IntakeOptions& options, io::Job& job);

} // namespace neuraxis::study
