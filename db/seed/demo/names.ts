/** First and family names that are put together at random; any likeness to a real person is chance. */
export const firstNames =
  `Abena Adaeze Aled Alisha Anwen Arjun Asma Bartosz Benedict Beth Bilal Blessing Bryony Callum
Carys Ceri Chidinma Claire Connor Daniela Deepa Delroy Dilys Dominika Eilidh Elodie Emeka Esther Ewan Farah Femi Fiona
Folake Gareth Gemma Geraint Gurpreet Habiba Hamza Hannah Heledd Ifan Imogen Ines Ioana Jamal Jasmin Joanna Kamal
Katarzyna Kavita Kehinde Kirsty Kofi Kwame Lakshmi Lowri Lucia Magda Mairead Malik Marisol Meera Mihai Moira Nasreen
Natasha Niamh Nia Olamide Omar Padraig Parveen Petra Pradeep Priti Rafael Rashida Rhian Rohan Roisin Sadia Samir Sanjay
Seren Shanice Sinead Sioned Sunita Tadeusz Tamsin Tanisha Temi Thabo Uche Usha Vikram Winston Yasmin Zainab Zofia`
    .split(/\s+/)
    .sort();

export const familyNames =
  `Abernethy Achterberg Adomako Agbaje Ainscough Akhtar-Lowe Amponsah Anstruther Arkwright
Asamoah Atherstone Babatunde Balakrishnan Bancroft Barraclough Bassey Beddoes Bhattacharya Birtwistle Blenkinsop
Boateng Bronowski Cadwallader Carrickfergus Chakraborty Chukwu Cleverdon Colquhoun Crabtree Dabrowski Danquah Deshmukh
Dhillon Dinsdale Dunmore Ekwueme Entwistle Eyadema Fairclough Featherstone Fernandes-Roy Fothergill Gallimore Garside
Gbadamosi Ghosh-Hill Gillespie Golightly Gruffudd Gwatkin Hardcastle Hargreave Heptonstall Higginbottom Hussain-Vale
Ibekwe Illingworth Iwobi-Grant Jaworski Jeyaratnam Kapoor-West Kerridge Kowalczyk Kyei Llewhellin Lockwood Macalister
Mahalingam Mainwaring Mbatha McGillivray Micklethwaite Mistry-Poole Moodley Mukherjee Murgatroyd Nkemelu Nowakowska
Obuasi Ogunbanjo Ollerenshaw Oppong Osei-Tutu Outhwaite Pemberthy Penhaligon Pickersgill Popescu Quansah Ramanathan
Ravenscroft Rawtenstall Redfearn Rowbotham Sangster Satterthwaite Sekyere Shackleford Siddiqui-Long Sivakumar
Slaithwaite Sobczak Sowerby Subramaniam Szymczak Tattersall Thistlethwaite Threlfall Trevelyan-Ode Tumelty Umunna
Vaidyanathan Venkatesh Wadsworth Wisniewska Wolstenholme Wrigglesworth Yeboah Younghusband Zawadzki`
    .split(/\s+/)
    .sort();
