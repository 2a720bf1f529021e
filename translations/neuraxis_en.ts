<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConvertCommand</name>
    <message numerus="yes">
        <source>%n file(s) hold no volume or cannot be read; &quot;neuraxis info&quot; lists them.</source>
        <translation>
            <numerusform>%n file holds no volume or cannot be read; &quot;neuraxis info&quot; lists it.</numerusform>
            <numerusform>%n files hold no volume or cannot be read; &quot;neuraxis info&quot; lists them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CortexPicture</name>
    <message numerus="yes">
        <source>%n warning(s) about these surfaces</source>
        <translation>
            <numerusform>%n warning about these surfaces</numerusform>
            <numerusform>%n warnings about these surfaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InfoCommand</name>
    <message numerus="yes">
        <source>%n direction(s)</source>
        <translation>
            <numerusform>%n direction</numerusform>
            <numerusform>%n directions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n vertices without a value</source>
        <translation>
            <numerusform>, %n vertex without a value</numerusform>
            <numerusform>, %n vertices without a value</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegionReport</name>
    <message numerus="yes">
        <source>No region has %n control(s) or more to compare with.</source>
        <translation>
            <numerusform>No region has %n control or more to compare with.</numerusform>
            <numerusform>No region has %n controls or more to compare with.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderCommand</name>
    <message numerus="yes">
        <source>There is no volume %1: the series has %n volume(s).</source>
        <translation>
            <numerusform>There is no volume %1: the series has %n volume.</numerusform>
            <numerusform>There is no volume %1: the series has %n volumes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreTables</name>
    <message numerus="yes">
        <source>p is two-sided, of Student&apos;s t distribution; q is Benjamini and Hochberg&apos;s, of %n region(s). Groups of regions are tests by themselves.</source>
        <translation>
            <numerusform>p is two-sided, of Student&apos;s t distribution; q is Benjamini and Hochberg&apos;s, of %n region. Groups of regions are tests by themselves.</numerusform>
            <numerusform>p is two-sided, of Student&apos;s t distribution; q is Benjamini and Hochberg&apos;s, of %n regions. Groups of regions are tests by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyCommand</name>
    <message numerus="yes">
        <source>%1: %n participant(s)</source>
        <translation>
            <numerusform>%1: %n participant</numerusform>
            <numerusform>%1: %n participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) copied.</source>
        <translation>
            <numerusform>%n image copied.</numerusform>
            <numerusform>%n images copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were there already.</source>
        <translation>
            <numerusform>%n image was there already.</numerusform>
            <numerusform>%n images were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New or different records: %1, of %n participant(s).</source>
        <translation>
            <numerusform>New or different records: %1, of %n participant.</numerusform>
            <numerusform>New or different records: %1, of %n participants.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Records that would be new or different: %1, of %n participant(s). Nothing was taken yet.</source>
        <translation>
            <numerusform>Records that would be new or different: %1, of %n participant. Nothing was taken yet.</numerusform>
            <numerusform>Records that would be new or different: %1, of %n participants. Nothing was taken yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrajectoryBackground</name>
    <message numerus="yes">
        <source>95 % of %n control(s)</source>
        <translation>
            <numerusform>95 % of %n control</numerusform>
            <numerusform>95 % of %n controls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no band: fewer than %n control(s)</source>
        <translation>
            <numerusform>no band: fewer than %n control</numerusform>
            <numerusform>no band: fewer than %n controls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>io</name>
    <message numerus="yes">
        <source>%n slice(s) are there twice at the same position; the first of each is shown.</source>
        <translation>
            <numerusform>%n slice is there twice at the same position; the first is shown.</numerusform>
            <numerusform>%n slices are there twice at the same position; the first of each is shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) are missing in some of the volumes. They are shown empty.</source>
        <translation>
            <numerusform>%n slice is missing in one of the volumes. It is shown empty.</numerusform>
            <numerusform>%n slices are missing in some of the volumes. They are shown empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are copies of others in this series; each image is used once.</source>
        <translation>
            <numerusform>%n file is a copy of another in this series; each image is used once.</numerusform>
            <numerusform>%n files are copies of others in this series; each image is used once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>packed, in %n part(s)</source>
        <translation>
            <numerusform>packed, in %n part</numerusform>
            <numerusform>packed, in %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header&apos;s slice locations disagree with the slices&apos; positions for %n slice(s). The positions are used.</source>
        <translation>
            <numerusform>The header&apos;s slice location disagrees with the slice&apos;s position for %n slice. The position is used.</numerusform>
            <numerusform>The header&apos;s slice locations disagree with the slices&apos; positions for %n slices. The positions are used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The diffusion directions of %n volume(s) are missing; private tags may have been removed. Export the series again with its private tags.</source>
        <translation>
            <numerusform>The diffusion direction of %n volume is missing; private tags may have been removed. Export the series again with its private tags.</numerusform>
            <numerusform>The diffusion directions of %n volumes are missing; private tags may have been removed. Export the series again with its private tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) seem to be missing: there are gaps in the times of the volumes. Copy the series again from its source.</source>
        <translation>
            <numerusform>%n volume seems to be missing: there is a gap in the times of the volumes. Copy the series again from its source.</numerusform>
            <numerusform>%n volumes seem to be missing: there are gaps in the times of the volumes. Copy the series again from its source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) in %1 cannot be opened: their names are not in UTF-8. Rename them.</source>
        <translation>
            <numerusform>%n file or folder in %1 cannot be opened: its name is not in UTF-8. Rename it.</numerusform>
            <numerusform>%n files or folders in %1 cannot be opened: their names are not in UTF-8. Rename them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The series has slices in %n direction(s), as a localizer; each is a volume of its own.</source>
        <translation>
            <numerusform>The series has slices in %n direction, as a localizer; each is a volume of its own.</numerusform>
            <numerusform>The series has slices in %n directions, as a localizer; each is a volume of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The folder of this series holds scans of %n participant(s). Check that it is the one you mean.</source>
        <translation>
            <numerusform>The folder of this series holds scans of %n participant. Check that it is the one you mean.</numerusform>
            <numerusform>The folder of this series holds scans of %n participants. Check that it is the one you mean.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scans of %n participant(s) were opened together.</source>
        <translation>
            <numerusform>The scans of %n participant were opened.</numerusform>
            <numerusform>Scans of %n participants were opened together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::ClustersWindow</name>
    <message numerus="yes">
        <source>%1 of %n cluster(s) beyond ±%2</source>
        <translation>
            <numerusform>%1 of %n cluster beyond ±%2</numerusform>
            <numerusform>%1 of %n clusters beyond ±%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n cluster(s) from %2</source>
        <translation>
            <numerusform>%1 of %n cluster from %2</numerusform>
            <numerusform>%1 of %n clusters from %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::HeaderView</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::LayerPanel</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) not shown</source>
        <translation>
            <numerusform>%n file not shown</numerusform>
            <numerusform>%n files not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::StripPlot</name>
    <message numerus="yes">
        <source>%n person(s), too few to be drawn</source>
        <translation>
            <numerusform>%n person, too few to be drawn</numerusform>
            <numerusform>%n people, too few to be drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s), mean %1</source>
        <translation>
            <numerusform>%n person, mean %1</numerusform>
            <numerusform>%n people, mean %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::StripProfile</name>
    <message numerus="yes">
        <source>%n control(s)</source>
        <translation>
            <numerusform>%n control</numerusform>
            <numerusform>%n controls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1  ·  %2  ·  %n vertices</source>
        <translation>
            <numerusform>%1  ·  %2  ·  %n vertex</numerusform>
            <numerusform>%1  ·  %2  ·  %n vertices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyBoard</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyFilterForm</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyPanel</name>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln participant</numerusform>
            <numerusform>%Ln participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln participant(s)</source>
        <translation>
            <numerusform>%1 of %Ln participant</numerusform>
            <numerusform>%1 of %Ln participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyWindow</name>
    <message numerus="yes">
        <source>%n record(s) were new or different.</source>
        <translation>
            <numerusform>%n record was new or different.</numerusform>
            <numerusform>%n records were new or different.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s):</source>
        <translation>
            <numerusform>%n remark:</numerusform>
            <numerusform>%n remarks:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::SwimmerPlot</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scores</name>
    <message numerus="yes">
        <source>%n control(s)</source>
        <translation>
            <numerusform>%n control</numerusform>
            <numerusform>%n controls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>study</name>
    <message numerus="yes">
        <source>%1 holds images of %n people, not of %2 alone; nothing of it was taken. Add each one&apos;s folder.</source>
        <translation>
            <numerusform>%1 holds images of %n person, not of %2 alone; nothing of it was taken. Add each one&apos;s folder.</numerusform>
            <numerusform>%1 holds images of %n people, not of %2 alone; nothing of it was taken. Add each one&apos;s folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The images of participant %1 are of %n days, not of visit %2 alone; they were not taken. Add each visit&apos;s folder.</source>
        <translation>
            <numerusform>The images of participant %1 are of %n day, not of visit %2 alone; they were not taken. Add each visit&apos;s folder.</numerusform>
            <numerusform>The images of participant %1 are of %n days, not of visit %2 alone; they were not taken. Add each visit&apos;s folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series of participant %1 tell no date. Their visit has none from them.</source>
        <translation>
            <numerusform>%n series of participant %1 tells no date. Its visit has none from it.</numerusform>
            <numerusform>%n series of participant %1 tell no date. Their visit has none from them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) in %1 are left out: their names are not in UTF-8. Rename them.</source>
        <translation>
            <numerusform>%n file or folder in %1 is left out: its name is not in UTF-8. Rename it.</numerusform>
            <numerusform>%n files or folders in %1 are left out: their names are not in UTF-8. Rename them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are left out: they are links to nothing, the first of them %2. Fetch what they stand for.</source>
        <translation>
            <numerusform>%n file in %1 is left out: it is a link to nothing, %2. Fetch what it stands for.</numerusform>
            <numerusform>%n files in %1 are left out: they are links to nothing, the first of them %2. Fetch what they stand for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) name no visit, but their participants have several; they were not taken. The first of them: %1.</source>
        <translation>
            <numerusform>%n file or folder names no visit, but its participant has several; it was not taken: %1.</numerusform>
            <numerusform>%n files or folders name no visit, but their participants have several; they were not taken. The first of them: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) have no column of participants and were not taken, the first of them %1. Add a table by itself to say what its columns mean.</source>
        <translation>
            <numerusform>%n table has no column of participants and was not taken: %1. Add a table by itself to say what its columns mean.</numerusform>
            <numerusform>%n tables have no column of participants and were not taken, the first of them %1. Add a table by itself to say what its columns mean.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of the table %1 belong to nothing.</source>
        <translation>
            <numerusform>%n record of the table %1 belongs to nothing.</numerusform>
            <numerusform>%n records of the table %1 belong to nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of the table %1 are not in the log of changes.</source>
        <translation>
            <numerusform>%n record of the table %1 is not in the log of changes.</numerusform>
            <numerusform>%n records of the table %1 are not in the log of changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), from row %2 on, name no participant (sub-...) in their file. Give the participant when you add the table.</source>
        <translation>
            <numerusform>%1: %n row, row %2, names no participant (sub-...) in its file. Give the participant when you add the table.</numerusform>
            <numerusform>%1: %n rows, from row %2 on, name no participant (sub-...) in their file. Give the participant when you add the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made while the server could not be reached were refused and set aside: %1</source>
        <translation>
            <numerusform>%n change made while the server could not be reached was refused and set aside: %1</numerusform>
            <numerusform>%n changes made while the server could not be reached were refused and set aside: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Participant %1: visit %2 was %n day(s) from what the study has. The rest of it was taken, the study&apos;s date stays.</source>
        <translation>
            <numerusform>Participant %1: visit %2 was %n day from what the study has. The rest of it was taken, the study&apos;s date stays.</numerusform>
            <numerusform>Participant %1: visit %2 was %n days from what the study has. The rest of it was taken, the study&apos;s date stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The dates of %n row(s) were shifted as those of the pseudonymised copies.</source>
        <translation>
            <numerusform>The dates of %n row were shifted as those of the pseudonymised copies.</numerusform>
            <numerusform>The dates of %n rows were shifted as those of the pseudonymised copies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Participant %1: visit %2 was %n day(s) from what the study had. It was taken, and has the day of its images now.</source>
        <translation>
            <numerusform>Participant %1: visit %2 was %n day from what the study had. It was taken, and has the day of its images now.</numerusform>
            <numerusform>Participant %1: visit %2 was %n days from what the study had. It was taken, and has the day of its images now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), from row %2 on, name no participant. They were left out.</source>
        <translation>
            <numerusform>%1: %n row, row %2, names no participant. It was left out.</numerusform>
            <numerusform>%1: %n rows, from row %2 on, name no participant. They were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), from row %2 on, have next to no measures of regions, which were left out.</source>
        <translation>
            <numerusform>%1: %n row, row %2, has next to no measures of regions, which were left out.</numerusform>
            <numerusform>%1: %n rows, from row %2 on, have next to no measures of regions, which were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tables in %n FreeSurfer folder(s) are of a subject of another name than the folder, the first of them %1. They were used; make sure whose they are.</source>
        <translation>
            <numerusform>The tables in %n FreeSurfer folder are of a subject of another name than the folder: %1. They were used; make sure whose they are.</numerusform>
            <numerusform>The tables in %n FreeSurfer folders are of a subject of another name than the folder, the first of them %1. They were used; make sure whose they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) that the study knows are no longer in their tables, the first of them %1. Add the tables again.</source>
        <translation>
            <numerusform>%n row that the study knows is no longer in its table: %1. Add the table again.</numerusform>
            <numerusform>%n rows that the study knows are no longer in their tables, the first of them %1. Add the tables again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) were measured in FreeSurfer&apos;s longitudinal stream and the others were not. These differ in more than the people; compare like with like.</source>
        <translation>
            <numerusform>%n visit was measured in FreeSurfer&apos;s longitudinal stream and the others were not. These differ in more than the people; compare like with like.</numerusform>
            <numerusform>%n visits were measured in FreeSurfer&apos;s longitudinal stream and the others were not. These differ in more than the people; compare like with like.</numerusform>
        </translation>
    </message>
</context>
</TS>
